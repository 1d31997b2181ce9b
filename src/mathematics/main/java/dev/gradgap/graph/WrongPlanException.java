package dev.gradgap.graph;

/**
 * What an engine planned does not compute what the graph says: an error of this program, found before anything was
 * computed. The graph reproduces it.
 */
public final class WrongPlanException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final transient Graph graph;

    /**
     * A plan that is wrong.
     *
     * @param graph what was planned
     * @param fault what is wrong and where, in one line
     */
    public WrongPlanException(Graph graph, String fault) {
        super("the plan is wrong: " + fault);
        this.graph = graph;
    }

    /** The graph whose plan is wrong. */
    public Graph graph() {
        return graph;
    }
}

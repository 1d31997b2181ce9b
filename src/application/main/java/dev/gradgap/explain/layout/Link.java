package dev.gradgap.explain.layout;

/**
 * An edge to be drawn, from a node up to another.
 *
 * @param from the lower node
 * @param to the upper node, whose number is larger
 * @param label the size of the label on the edge; {@link Size#NONE} for none
 */
public record Link(int from, int to, Size label) {

    public Link {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "an edge leads from a node to a later one, not from " + from + " to " + to);
        }
    }
}

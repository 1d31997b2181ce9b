package dev.gradgap.task;

import dev.gradgap.explain.Explanation;
import dev.gradgap.explain.StepByStep;
import dev.gradgap.graph.Tracer;
import dev.gradgap.report.page.PageSection;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.util.List;

/** The section of report.html on which a reader steps through both modes. */
final class LecturePage {

    private static final List<String> EXAMPLES = List.of("lecture", "backprop");

    private LecturePage() {}

    /** The teaching examples, step by step; the same on every machine. */
    static PageSection section() {
        StepByStep steps = StepByStep.of(new BuiltInWorkloads()
                .families().stream()
                        .filter(family -> EXAMPLES.contains(family.name()))
                        .map(LecturePage::explanation)
                        .toList());
        String introduction = "<p>Where the gap comes from: forward mode visits every edge of the graph once for each"
                + " input, reverse mode once for each output. Step through both, by the buttons or with the arrow keys.</p>\n";
        return new PageSection("The two modes, step by step", introduction + steps.html(), steps.script());
    }

    private static Explanation explanation(WorkloadFamily family) {
        Workload member = Members.create(family, family.minInputs(), Members.DEFAULT_SEED);
        return new Explanation(
                family.name() + ": " + family.definition(),
                Tracer.trace(member.function()),
                member.point(),
                family::inputName);
    }
}

package dev.gradgap.graph.schedule.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.graph.RingAdjoints;
import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.graph.schedule.ProgramResults;
import dev.gradgap.graph.schedule.program.Program;
import dev.gradgap.graph.schedule.proof.PlannedGraphs.Planned;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number of a program changed, one at a time: the check finds it, or it changes neither a value nor an adjoint at
 * any of the points, nor any adjoint in the ring, where no edge can hide.
 */
@Tag("thorough")
final class CorruptedProgramsTest {

    private static final int MANY = 500; // of more numbers in an array than these, only some are changed

    private Planned planned;
    private double[] results;
    private long[] ringAdjoints;
    private int tried;
    private int found;

    static Stream<Planned> graphs() {
        return PlannedGraphs.all();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void everyChangedNumberIsFoundOrHarmless(Planned graph) {
        planned = graph;
        results = ProgramResults.at(graph.program(), graph.points());
        long[] adjoints = RingAdjoints.of(graph.graph(), weights());
        ringAdjoints = Arrays.copyOf(adjoints, graph.graph().inputs());
        assertThat(check(graph.program())).isTrue();
        assertHarmless(graph.program(), "nothing changed");
        for (RecordComponent component : Program.class.getRecordComponents()) {
            Object value = ChangedProgram.get(graph.program(), component);
            if (component.getType().isArray()) {
                changeArray(component, value);
            } else if (value instanceof Integer number) {
                attempt(ChangedProgram.with(graph.program(), component.getName(), number + 1), component + " + 1");
                if (number > 0) {
                    attempt(ChangedProgram.with(graph.program(), component.getName(), number - 1), component + " - 1");
                }
            }
        }
        assertThat(found).isBetween(tried / 2, tried - 1);
    }

    private long[] weights() {
        long[] weights = new long[planned.graph().outputs()];
        Arrays.setAll(weights, j -> 3 + 2L * j);
        return weights;
    }

    private void changeArray(RecordComponent component, Object array) {
        int length = Array.getLength(array);
        boolean isCode = component.getName().equals("code");
        int step = isCode ? 1 : 1 + length / MANY;
        for (int i = 0; i < length; i += step) {
            Number number = (Number) Array.get(array, i);
            for (Number other : isCode ? others(number.intValue()) : neighbours(number)) {
                String what = component.getName() + " " + i + ": " + other + " for " + number;
                attempt(ChangedProgram.with(planned.program(), component, i, other), what);
            }
        }
    }

    private static List<Number> neighbours(Number number) {
        if (number instanceof Double value) {
            return List.of(Math.nextUp(value), -value - 1);
        }
        if (number instanceof Byte value) {
            return List.of((byte) (value + 1), (byte) (value - 1), (byte) (value + 32), (byte) (value - 32));
        }
        int value = number.intValue();
        return List.of(value - 1, value + 1);
    }

    /** Neighbours, single flags, and numbers of other kinds of places. */
    private static List<Number> others(int number) {
        List<Number> others = new ArrayList<>();
        others.add(number - 1);
        others.add(number + 1);
        others.add(~number);
        for (int flag = 2; flag <= 32; flag *= 2) {
            others.add(number ^ flag);
        }
        return others;
    }

    private boolean check(Program program) {
        try {
            ProgramCheck.check(planned.graph(), program, planned.plan().operations());
            return true;
        } catch (WrongPlanException e) {
            assertThat(e.graph()).isSameAs(planned.graph());
            return false;
        }
    }

    private void attempt(Program changed, String what) {
        tried++;
        if (check(changed)) {
            assertHarmless(changed, what);
        } else {
            found++;
        }
    }

    private void assertHarmless(Program changed, String what) {
        assertThat(ProgramResults.at(changed, planned.points())).as(what).containsExactly(results, within(0.0));
        long[] adjoints = RingSweeps.inputAdjoints(
                planned.graph(), changed, planned.plan().operations(), weights());
        assertThat(adjoints).as(what).containsExactly(ringAdjoints);
    }
}

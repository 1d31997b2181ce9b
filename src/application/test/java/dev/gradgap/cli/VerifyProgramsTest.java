package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.cli.option.ProgramOptions;
import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.reverse.InterpreterReverse;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.task.ProgramVerification;
import dev.gradgap.terminal.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code verify --programs}. */
@Tag("thorough")
class VerifyProgramsTest {

    @Test
    void rightEnginesAreCountedInATable() {
        Outcome outcome = Outcome.ofLine(
                "verify --programs 40 --seed 100 --engine interpreter-reverse" + " --engine reference-*");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.err())
                .containsPattern("tried 40 of 40 programs, [0-9]+ a second, 0 faults, about 0 s to go");
        assertThat(outcome.out())
                .containsPattern("\\A40 programs with the seeds from 100 to 139, [0-9]+ operations\n")
                .containsPattern("ENGINE +RIGHT +WRONG +REFUSED +FAILED +PLAN FAULT +LEFT OPEN +NUMBERS\n")
                .containsPattern("overloading-reverse +(40|3[0-9]) +0 +0 +0 +0 +[0-9] +[0-9]{4,}\n")
                .containsPattern("interpreter-reverse +(40|3[0-9]) +0 +0 +0 +0 +[0-9] +[0-9]{4,}\n")
                .containsPattern("reference-adjoint +0 +0 +40 +0 +0 +0 +0\n")
                .contains("reference-differences only approximates and is left out\n")
                .contains("refused 40: the function has no hand-written adjoint\n")
                .contains("the error analysis itself: 1 programs within its bounds of 50 digits, 0 beyond\n")
                .doesNotContain("KIND");
    }

    @Test
    void wrongEngineIsShownOnASmallProgram() {
        Outcome outcome = verify(
                "--programs 20",
                new PreparingEngine("half", function -> halved(new InterpreterReverse().prepare(function))),
                new PreparingEngine("half-too", function -> halved(new InterpreterReverse().prepare(function))));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG_GRADIENT);
        assertThat(outcome.out())
                .containsPattern("half +gradient: derivative +[0-9]+ +[0-9]+\n")
                .containsPattern("\nhalf, gradient: derivative, program of seed [0-9]+\n  dy/dx\\[[0-9]+] is ")
                .containsPattern("  made small, [0-9] operations:\n      // 1 inputs at")
                .contains("      y.set(0, ")
                .containsPattern("  again: verify --programs 1 --seed [0-9]+ --engine half\n")
                .contains("the same on the program that was made small for half\n");
        assertThat(outcome.out().split("made small, [0-9]+ operations")).hasSize(3); // gradient and Jacobian
    }

    /** All derivatives are half of what they should be. */
    private static Differentiator halved(Differentiator right) {
        return new Differentiator() {
            @Override
            public int inputs() {
                return right.inputs();
            }

            @Override
            public int outputs() {
                return right.outputs();
            }

            @Override
            public int passes() {
                return right.passes();
            }

            @Override
            public void primal(double[] x, double[] y) {
                right.primal(x, y);
            }

            @Override
            public void jacobian(double[] x, double[] jacobian) {
                right.jacobian(x, jacobian);
                for (int i = 0; i < jacobian.length; i++) {
                    jacobian[i] /= 2;
                }
            }
        };
    }

    private record PreparingEngine(String name, Function<DifferentiableFunction, Differentiator> preparation)
            implements Engine {

        @Override
        public Technology technology() {
            return Technology.GRAPH;
        }

        @Override
        public Mode mode() {
            return Mode.REVERSE;
        }

        @Override
        public Set<Operator> operators() {
            return Set.of(Operator.PRIMAL, Operator.GRADIENT, Operator.JACOBIAN);
        }

        @Override
        public Differentiator prepare(DifferentiableFunction function) {
            return preparation.apply(function);
        }
    }

    private static Outcome verify(String options, Engine... engines) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ProgramOptions parsed = new ProgramOptions();
        new CommandLine(new OnlyPrograms(parsed)).parseArgs(options.split(" "));
        int exitCode = new ProgramVerification(List.of(engines), true, 1, new PrintWriter(out), new PrintWriter(err))
                .run(parsed.programs(), parsed.seconds());
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    @CommandLine.Command
    private record OnlyPrograms(@CommandLine.Mixin ProgramOptions programs) {}

    @Test
    void whatBreaksDownIsAFailureAndAWrongPlanAnInternalError() {
        Outcome failed = verify("--programs 5", new PreparingEngine("breaking", function -> {
            throw new IllegalStateException("no room");
        }));
        assertThat(failed.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
        assertThat(failed.out())
                .containsPattern("breaking +prepare: exception IllegalStateException +5 +1\n")
                .contains("  java.lang.IllegalStateException: no room\n");
        Outcome planned = verify("--programs 5", new PreparingEngine("planning", function -> {
            throw new WrongPlanException(Tracer.trace(function), "an edge is missing");
        }));
        assertThat(planned.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(planned.out()).containsPattern("planning +0 +0 +0 +0 +5 +0 +0\n");
    }

    @Test
    void campaignEndsWhenItsTimeIsUp() {
        Outcome outcome = verify("--programs 1000000000 --seconds 1", new InterpreterReverse());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).containsPattern("\\A[1-9][0-9]{1,6} programs with the seeds from 1 to ");
    }

    @Test
    void wrongUsageIsRefused() {
        Outcome.ofLine("verify --programs 0 --engine graph-reverse")
                .isRefusedWith("--programs: '0' is not a number of programs; give 1 or more");
        Outcome.ofLine("verify --programs 5 --seconds -1")
                .isRefusedWith("--seconds: '-1' is not a number of seconds; give 1 or more");
        Outcome.ofLine("verify --seconds 5").isRefusedWith("--seconds needs --programs, whose time it limits");
        Outcome.ofLine("verify --programs 5 --workload mlp")
                .isRefusedWith("--programs takes the place of workloads and their --inputs; leave these out");
        Outcome.ofLine("verify --own-vectors --workload mlp")
                .isRefusedWith("--own-vectors needs --programs: workloads are always tried so");
        Outcome.ofLine("verify --programs 5 --engine reference-differences")
                .isRefusedWith("no engine is left to be tried on programs: what only approximates cannot be judged");
        assertThat(Outcome.ofLine("verify --programs 5 --engine reference-adjoint")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void ownVectorsLeavesOutTheOtherWidths() {
        String out = Outcome.ofLine("verify --programs 2 --own-vectors --engine compiled-reverse")
                .out();
        assertThat(out).contains("compiled-reverse ").doesNotContain(":vectors=");
    }

    @Test
    void engineThatRefusesWhilePreparingIsCounted() {
        AtomicInteger tried = new AtomicInteger();
        Outcome outcome = verify("--programs 5", new InterpreterReverse(), new PreparingEngine("refusing", function -> {
            throw new RefusedException("too small: " + tried.incrementAndGet() + " of 9 operations");
        }));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).containsPattern("refused 5: too small: [1-5] of 9 operations\n");
    }
}

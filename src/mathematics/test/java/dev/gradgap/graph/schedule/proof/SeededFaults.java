package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Operation;
import dev.gradgap.graph.schedule.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mistakes that a planner could make, each made in a finished program wherever it can be. */
final class SeededFaults {

    private static final int LENGTH = Program.LENGTH;
    private static final int FIRST = Program.FIRST;
    private static final int SECOND = Program.SECOND;
    private static final int RESULT = Program.RESULT;

    /**
     * A mistake.
     *
     * @param in the wrong programs that it makes of a right one
     */
    record Fault(String name, Function<Program, Stream<Program>> in) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Whether a mistake can be made in a program's code at an instruction or operand. */
    private interface Where {
        boolean holds(int[] code, int at);
    }

    private interface Change {
        void make(int[] code, int at);
    }

    private SeededFaults() {}

    static Stream<Fault> all() {
        return Stream.of(ofRuns(), ofOperands(), ofAdjoints(), ofStorage(), ofOrder(), ofOthers(), ofLists())
                .flatMap(List::stream);
    }

    private static List<Fault> ofRuns() {
        Where run = (code, at) -> kind(code, at) == Program.RUN;
        return List.of(
                instruction("one element too few", run, (code, at) -> code[at + LENGTH]--),
                instruction("one element too many", run, (code, at) -> code[at + LENGTH]++),
                instruction("the wrong operation", run, (code, at) -> code[at] ^= 1 << Program.KIND_BITS),
                instruction("operands of a difference swapped", run(Operation.SUBTRACT), SeededFaults::swapOperands),
                instruction("operands of a maximum swapped", run(Operation.MAX), SeededFaults::swapOperands),
                instruction("no second operand", binary(), (code, at) -> code[at + SECOND] = Program.NONE),
                instruction("results one place later", SeededFaults::toFlat, (code, at) -> code[at + RESULT + 1]++),
                instruction(
                        "results over the end",
                        SeededFaults::toFlat,
                        (code, at) -> code[at + RESULT + 1] = Integer.MAX_VALUE),
                instruction("results with a stride", runToFlat(), (code, at) -> code[at + RESULT + 2] = 2),
                instruction(
                        "needed values left out",
                        (code, at) -> kind(code, at) != Program.WINDOW && (code[at] & Program.UNREAD) == 0,
                        (code, at) -> code[at] |= Program.UNREAD));
    }

    private static List<Fault> ofOperands() {
        return List.of(
                operand("one place later", place(Program.FLAT), (code, at) -> code[at + 1]++),
                operand("one place earlier", place(Program.FLAT), (code, at) -> code[at + 1]--),
                operand("one input later", place(Program.INPUT), (code, at) -> code[at + 1]++),
                operand("indices from one later on", place(Program.INDEXED), (code, at) -> code[at + 1]++),
                operand("another register", place(Program.REGISTER), (code, at) -> code[at + 1] ^= 1),
                operand("flat for indexed", place(Program.INDEXED), (code, at) -> code[at]--),
                operand("flat for an input", place(Program.INPUT), (code, at) -> code[at]++),
                operand("a wrong stride", place(Program.FLAT), (code, at) -> code[at + 2]++),
                operand("a wrong stride over inputs", place(Program.INPUT), (code, at) -> code[at + 2]++));
    }

    private static List<Fault> ofAdjoints() {
        Where active = (code, at) -> (code[at] & Program.ACTIVE) != 0;
        Where assigning = (code, at) -> (code[at] & Program.ASSIGN) != 0;
        Where adding = (code, at) -> active.holds(code, at) && !assigning.holds(code, at);
        Change toggleAssign = (code, at) -> code[at] ^= Program.ASSIGN;
        Change toggleActive = (code, at) -> code[at] ^= Program.ACTIVE;
        return List.of(
                operand("edges dropped", active, toggleActive),
                operand("edges to constants", and(place(Program.FLAT), not(active)), toggleActive),
                operand("adjoints added to a stale register", and(place(Program.REGISTER), assigning), toggleAssign),
                operand("adjoints in a register lost", and(place(Program.REGISTER), adding), toggleAssign),
                operand("adjoints of inputs lost", and(place(Program.INPUT), adding), toggleAssign),
                operand("adjoints of results lost", and(place(Program.FLAT), adding), toggleAssign),
                program(
                        "no adjoints zeroed",
                        all -> all.inputZeros().length > 0
                                ? Stream.of(ChangedProgram.with(all, "inputZeros", new int[0]))
                                : Stream.of()),
                number("one adjoint less zeroed at the start", Program::inputZeros, "inputZeros", 2, 0, 1),
                number("one adjoint less zeroed at the end", Program::inputZeros, "inputZeros", 2, 1, -1));
    }

    private static List<Fault> ofStorage() {
        Where register = (code, at) -> kind(code, at) == Program.RUN && code[at + RESULT] == Program.REGISTER;
        Where stored = and(register, (code, at) -> code[at + RESULT + 2] >= 0);
        Where forWindow = and(register, (code, at) -> code[at + RESULT + 2] < Program.NOT_STORED);
        Where repeated = (code, at) -> (code[at] & Program.REPEATED) != 0;
        Where readsRegister = (code, at) -> (code[at + FIRST] & Program.PLACE_MASK) == Program.REGISTER;
        Where window = (code, at) -> kind(code, at) == Program.WINDOW;
        return List.of(
                instruction("values not stored", stored, (code, at) -> code[at + RESULT + 2] = Program.NOT_STORED),
                instruction("values stored one place later", stored, (code, at) -> code[at + RESULT + 2]++),
                instruction("values stored over others", stored, (code, at) -> code[at + RESULT + 2]--),
                instruction(
                        "no values for a window", forWindow, (code, at) -> code[at + RESULT + 2] = Program.NOT_STORED),
                instruction("values for a window elsewhere", forWindow, (code, at) -> code[at + RESULT + 2]--),
                instruction("not repeated", repeated, (code, at) -> code[at] ^= Program.REPEATED),
                instruction("a window too short", window, (code, at) -> code[at + LENGTH] = 0),
                instruction("a window too long", window, (code, at) -> code[at + LENGTH]++),
                instruction(
                        "result into the register that is read",
                        and(register, readsRegister),
                        (code, at) -> code[at + RESULT + 1] = code[at + FIRST + 1]),
                instruction("result into another register", register, (code, at) -> code[at + RESULT + 1] ^= 1));
    }

    private static List<Fault> ofOrder() {
        return List.of(
                program("an instruction left out", all -> rewrite(all, (parts, i) -> parts.remove(i))),
                program("an instruction twice", all -> rewrite(all, (parts, i) -> parts.add(i, parts.get(i)))),
                program(
                        "an instruction before the one it reads",
                        all -> rewrite(all, (parts, i) -> {
                            if (i + 1 < parts.size() && reads(parts.get(i + 1), parts.get(i))) {
                                parts.add(i, parts.remove(i + 1));
                            }
                        })));
    }

    private static List<Fault> ofOthers() {
        Where reduction = (code, at) -> kind(code, at) == Program.REDUCTION;
        Where begins = and(reduction, (code, at) -> code[at + SECOND] != Program.NONE);
        Where scalars = (code, at) -> kind(code, at) == Program.SCALARS;
        return List.of(
                instruction("one node too few reduced", reduction, (code, at) -> code[at + LENGTH]--),
                instruction("one node too many reduced", reduction, (code, at) -> code[at + LENGTH]++),
                instruction(
                        "reduced by another operation", reduction, (code, at) -> code[at] ^= 2 << Program.KIND_BITS),
                instruction("nothing to begin with", begins, (code, at) -> code[at + SECOND] = Program.NONE),
                instruction("begun elsewhere", begins, (code, at) -> code[at + SECOND + 1]++),
                instruction("one single operation less", scalars, (code, at) -> code[at + LENGTH]--),
                instruction("groups from one later on", scalars, (code, at) -> code[at + FIRST]++),
                instruction("one group less", scalars, (code, at) -> code[at + SECOND + 1]--),
                instruction("operands from one later on", scalars, (code, at) -> code[at + FIRST + 1]++),
                instruction("operands that end too early", scalars, (code, at) -> code[at + FIRST + 2]--));
    }

    private static List<Fault> ofLists() {
        return List.of(
                number("an index one later", Program::indices, "indices", 1, 0, 1),
                number("a single operand one earlier", Program::scalarOperands, "scalarOperands", 1, 0, -1),
                program(
                        "results over a constant",
                        all -> all.constants().length > 0
                                ? change(
                                        all,
                                        instructions(all.code()),
                                        SeededFaults::toFlat,
                                        (code, at) -> code[at + RESULT + 1] = 0)
                                : Stream.of()),
                number("inputs copied from one later on", Program::loads, "loads", 3, 0, 1),
                number("inputs copied one place later", Program::loads, "loads", 3, 1, 1),
                number("one input less copied", Program::loads, "loads", 3, 2, -1),
                number("an output elsewhere", Program::outputs, "outputs", 1, 0, 1),
                program(
                        "indices in reverse",
                        all -> all.indices().length > 1
                                ? Stream.of(ChangedProgram.with(all, "indices", reversed(all.indices())))
                                : Stream.of()),
                program("another constant", all -> IntStream.range(0, all.constants().length)
                        .mapToObj(c -> {
                            double[] constants = all.constants().clone();
                            constants[c] = Math.nextUp(constants[c]);
                            return ChangedProgram.with(all, "constants", constants);
                        })),
                shorter("flatLength", Program::flatLength),
                shorter("storedLength", Program::storedLength),
                shorter("windowStoredLength", Program::windowStoredLength),
                shorter("registers", Program::registers));
    }

    private static int kind(int[] code, int at) {
        return code[at] & Program.KIND_MASK;
    }

    private static Where run(Operation operation) {
        return (code, at) -> kind(code, at) == Program.RUN && code[at] >> Program.KIND_BITS == operation.code();
    }

    private static boolean toFlat(int[] code, int at) {
        return kind(code, at) != Program.WINDOW && code[at + RESULT] == Program.FLAT;
    }

    private static Where binary() {
        return (code, at) -> kind(code, at) == Program.RUN && code[at + SECOND] != Program.NONE;
    }

    private static Where runToFlat() {
        return (code, at) -> kind(code, at) == Program.RUN && code[at + RESULT] == Program.FLAT;
    }

    private static Where place(int place) {
        return (code, at) -> (code[at] & Program.PLACE_MASK) == place;
    }

    private static Where and(Where one, Where other) {
        return (code, at) -> one.holds(code, at) && other.holds(code, at);
    }

    private static Where not(Where where) {
        return (code, at) -> !where.holds(code, at);
    }

    private static void swapOperands(int[] code, int at) {
        int[] first = Arrays.copyOfRange(code, at + FIRST, at + SECOND);
        System.arraycopy(code, at + SECOND, code, at + FIRST, first.length);
        System.arraycopy(first, 0, code, at + SECOND, first.length);
    }

    /** Whether an instruction reads what the one before writes, by its first operand. */
    private static boolean reads(int[] instruction, int[] before) {
        boolean samePlace = (instruction[FIRST] & Program.PLACE_MASK) == before[RESULT];
        return before[RESULT] != Program.NONE && samePlace && instruction[FIRST + 1] == before[RESULT + 1];
    }

    private static int[] reversed(int[] numbers) {
        return IntStream.range(0, numbers.length)
                .map(i -> numbers[numbers.length - 1 - i])
                .toArray();
    }

    private static Fault program(String name, Function<Program, Stream<Program>> in) {
        return new Fault(name, in);
    }

    private static Fault instruction(String name, Where where, Change change) {
        return program(name, all -> change(all, instructions(all.code()), where, change));
    }

    private static Fault operand(String name, Where where, Change change) {
        Function<Program, IntStream> operands = all -> instructions(all.code())
                .filter(at -> kind(all.code(), at) == Program.RUN || kind(all.code(), at) == Program.REDUCTION)
                .flatMap(at -> kind(all.code(), at) == Program.RUN
                        ? IntStream.of(at + FIRST, at + SECOND)
                        : IntStream.of(at + FIRST));
        return program("an operand: " + name, all -> change(all, operands.apply(all), where, change));
    }

    private static IntStream instructions(int[] code) {
        return IntStream.range(0, code.length / Program.WIDTH).map(i -> i * Program.WIDTH);
    }

    private static Stream<Program> change(Program program, IntStream positions, Where where, Change change) {
        return positions.filter(at -> where.holds(program.code(), at)).mapToObj(at -> {
            int[] code = program.code().clone();
            change.make(code, at);
            return ChangedProgram.with(program, "code", code);
        });
    }

    private interface Rewriting {
        void of(List<int[]> instructions, int i);
    }

    /** The programs that a rewriting at each instruction makes, but for those that it leaves as they are. */
    private static Stream<Program> rewrite(Program program, Rewriting rewriting) {
        int[] code = program.code();
        return IntStream.range(0, code.length / Program.WIDTH)
                .filter(i -> kind(code, i * Program.WIDTH) != Program.WINDOW)
                .mapToObj(i -> {
                    List<int[]> parts = new ArrayList<>();
                    instructions(code).forEach(at -> parts.add(Arrays.copyOfRange(code, at, at + Program.WIDTH)));
                    rewriting.of(parts, i);
                    return parts.stream().flatMapToInt(Arrays::stream).toArray();
                })
                .filter(changed -> !Arrays.equals(changed, code))
                .map(changed -> ChangedProgram.with(program, "code", changed));
    }

    /** Adds a number to each element of a list that is at a place within its group. */
    private static Fault number(
            String name, Function<Program, int[]> list, String component, int group, int place, int added) {
        return program(
                name, all -> IntStream.range(0, list.apply(all).length / group).mapToObj(i -> {
                    int[] numbers = list.apply(all).clone();
                    numbers[i * group + place] += added;
                    return ChangedProgram.with(all, component, numbers);
                }));
    }

    private static Fault shorter(String component, Function<Program, Integer> length) {
        return program(
                component + " one less",
                all -> length.apply(all) > 0
                        ? Stream.of(ChangedProgram.with(all, component, length.apply(all) - 1))
                        : Stream.of());
    }
}

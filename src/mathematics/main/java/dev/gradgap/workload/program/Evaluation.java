package dev.gradgap.workload.program;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import java.util.ArrayList;
import java.util.List;

/** One evaluation of a program: its arrays, its scalars and the counters of its loops. */
final class Evaluation<T> {

    final Arithmetic<T> arithmetic;
    final Inputs<T> inputs;
    final List<T[]> arrays = new ArrayList<>();
    final T[] scalars;
    final int[] counters = new int[Index.COUNTERS.size()];

    /** An evaluation whose arrays and scalars have their first values. */
    Evaluation(Program program, Arithmetic<T> arithmetic, Inputs<T> inputs) {
        this.arithmetic = arithmetic;
        this.inputs = inputs;
        for (Expression fill : program.arrays()) {
            T[] array = arithmetic.array(program.length());
            for (int i = 0; i < array.length; i++) {
                counters[0] = i;
                array[i] = fill.value(this);
            }
            arrays.add(array);
        }
        counters[0] = 0;
        scalars = arithmetic.array(program.scalars().size());
        for (int s = 0; s < scalars.length; s++) {
            scalars[s] = program.scalars().get(s).value(this);
        }
    }

    /** The index modulo a length. */
    public int index(Index index, int length) {
        int at = index.at(counters);
        return at >= 0 && at < length ? at : Math.floorMod(at, length);
    }
}

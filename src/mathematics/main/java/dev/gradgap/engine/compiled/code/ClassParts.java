package dev.gradgap.engine.compiled.code;

import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.compiled.plan.Nest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Divides a plan's nests among as many classes as it takes for each to stay below what a class file may hold.
 *
 * <p>Source: Java Virtual Machine Specification, sec. 4.1 and 4.11: 65,535 entries in the constant pool.
 */
final class ClassParts {

    private static final int MOST_CONSTANTS = 50_000;
    private static final int CONSTANTS_OF_A_NEST = 32; // the names and types of its methods
    private static final int ELEMENTS_OF_AN_ITEM = 3; // its operands and its result, each at a place of its own
    private static final int LITERALS_OF_AN_ITEM = 4; // two doubles, which take two entries each

    private ClassParts() {}

    /**
     * Makes the classes.
     *
     * @param tangents how many tangents the code carries
     * @param compile makes the class of the nests from one to before another
     * @throws RefusedException if a single nest is too much for a class
     */
    static <C> List<C> of(List<Nest> nests, int tangents, BiFunction<Integer, Integer, C> compile) {
        List<C> parts = new ArrayList<>();
        int from = 0;
        do {
            int to = from;
            int constants = 0;
            while (to < nests.size()
                    && (to == from || constants + constants(nests.get(to), tangents) <= MOST_CONSTANTS)) {
                constants += constants(nests.get(to++), tangents);
            }
            try {
                parts.add(compile.apply(from, to));
            } catch (MethodTooLargeException | ClassTooLargeException e) {
                throw new RefusedException("the function has a loop that is too long to be compiled with " + tangents
                        + " tangents: its code exceeds what a class file may hold");
            }
            from = to;
        } while (from < nests.size());
        return parts;
    }

    private static int constants(Nest nest, int tangents) {
        int ofAnItem = ELEMENTS_OF_AN_ITEM * (1 + tangents) + LITERALS_OF_AN_ITEM;
        return CONSTANTS_OF_A_NEST + nest.size() * ofAnItem;
    }
}

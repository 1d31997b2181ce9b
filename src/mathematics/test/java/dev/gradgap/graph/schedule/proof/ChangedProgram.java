package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.schedule.program.Program;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Copies of a program that differ in one component, by its name. */
final class ChangedProgram {

    private static final RecordComponent[] COMPONENTS = Program.class.getRecordComponents();

    private ChangedProgram() {}

    /** The program with another component. */
    static Program with(Program program, String component, Object value) {
        try {
            Object[] values = new Object[COMPONENTS.length];
            for (int i = 0; i < values.length; i++) {
                boolean changed = COMPONENTS[i].getName().equals(component);
                values[i] = changed ? value : get(program, COMPONENTS[i]);
            }
            Class<?>[] types =
                    Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<Program> constructor = Program.class.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The program with another number at a place of an array. */
    static Program with(Program program, RecordComponent component, int place, Object number) {
        Object array = get(program, component);
        int length = Array.getLength(array);
        Object copy = Array.newInstance(component.getType().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        Array.set(copy, place, number);
        return with(program, component.getName(), copy);
    }

    static Object get(Program program, RecordComponent component) {
        try {
            return component.getAccessor().invoke(program);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}

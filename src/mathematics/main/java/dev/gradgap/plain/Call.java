package dev.gradgap.plain;

/** The call of the user's method, in a class that is generated beside it. */
@FunctionalInterface
public interface Call {

    /**
     * Calls the method on the inputs.
     *
     * @param x the inputs; an element that is null is made by the running code when it is read
     * @param outputs how many outputs there is to be room for, if the method takes it
     * @return a number, or an array of them
     */
    Object call(Object[] x, int outputs);
}

package dev.gradgap.plain;

import org.objectweb.asm.Type;

/**
 * A method that is a function.
 *
 * @param owner the internal name of its class
 * @param descriptor one of {@link FunctionForm}'s
 * @param isStatic whether it needs no object; if it does, one is made by a constructor or a static method without parameters
 */
public record PlainMethod(String owner, String name, String descriptor, boolean isStatic) {

    FunctionForm form() {
        return FunctionForm.of(descriptor).orElseThrow();
    }

    /** The number of inputs of a form that fixes it. */
    int scalars() {
        return Type.getArgumentTypes(descriptor).length;
    }

    /** As a user would write it, without the package: {@code Model.logLikelihood}. */
    public String inWords() {
        return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + name;
    }
}

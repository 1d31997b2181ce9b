package dev.gradgap.catalog;

import dev.gradgap.engine.Asked;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInFamily;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A workload family of other people's: what none may answer becomes an error that names the workload and the method, as {@link Asked}
 * does for engines. What it makes is theirs and not wrapped.
 *
 * @param name as it was when the family was found
 */
record CheckedFamily(String name, WorkloadFamily own) implements WorkloadFamily {

    /** A family that is checked when it is asked; the suite's own need not be. */
    static WorkloadFamily of(WorkloadFamily own) {
        return own instanceof BuiltInFamily ? own : new CheckedFamily(own.name(), own);
    }

    /**
     * What is wrong with what a family says that it is, in one line; empty if nothing is.
     *
     * @throws RuntimeException whatever the family throws
     */
    static Optional<String> fault(WorkloadFamily family) {
        Map<String, Supplier<?>> texts = new LinkedHashMap<>();
        texts.put("family()", family::family);
        texts.put("definition()", family::definition);
        texts.put("source()", family::source);
        texts.put("parameters()", family::parameters);
        texts.put("hasReference()", family::hasReference);
        for (Map.Entry<String, Supplier<?>> text : texts.entrySet()) {
            if (text.getValue().get() == null) {
                return Optional.of(text.getKey() + " is null");
            }
        }
        int least = family.minInputs();
        int most = family.maxInputs();
        if (least < 1) {
            return Optional.of("minInputs() is " + least + "; a function has 1 input or more");
        }
        return most < least
                ? Optional.of("maxInputs() is " + most + ", which is less than minInputs(), " + least)
                : Optional.empty();
    }

    @Override
    public String family() {
        return own.family();
    }

    @Override
    public String definition() {
        return own.definition();
    }

    @Override
    public String source() {
        return own.source();
    }

    @Override
    public int minInputs() {
        return own.minInputs();
    }

    @Override
    public int maxInputs() {
        return own.maxInputs();
    }

    @Override
    public boolean hasReference() {
        return own.hasReference();
    }

    @Override
    public Map<String, String> parameters() {
        return own.parameters();
    }

    @Override
    public int outputs(int inputs) {
        String method = "outputs(" + inputs + ")";
        int outputs = answer(method, () -> own.outputs(inputs));
        if (outputs < 1) {
            throw wrong(method + " is " + outputs + "; a function has 1 output or more");
        }
        return outputs;
    }

    @Override
    public OptionalLong operations(int inputs) {
        String method = "operations(" + inputs + ")";
        OptionalLong operations = answer(method, () -> own.operations(inputs));
        if (operations.orElse(0) < 0) {
            throw wrong(method + " is " + operations.getAsLong());
        }
        return operations;
    }

    @Override
    public String inputName(int i) {
        return answer("inputName(" + i + ")", () -> own.inputName(i));
    }

    @Override
    public WorkloadFamily with(Map<String, String> parameters) {
        return of(answer("with(" + parameters + ")", () -> {
            try {
                return own.with(parameters);
            } catch (IllegalArgumentException e) {
                throw new UserError(String.valueOf(e.getMessage()), e);
            }
        }));
    }

    /** Whatever goes wrong while it is made, its creator says. */
    @Override
    public Workload create(int inputs, long seed) {
        Workload workload = own.create(inputs, seed);
        String method = "create(" + inputs + ", " + seed + ")";
        if (workload == null) {
            throw wrong(method + " is null");
        }
        DifferentiableFunction function = workload.function();
        if (function.inputs() != inputs || function.outputs() != outputs(inputs)) {
            throw wrong(method + " has a function of " + function.inputs() + " inputs and " + function.outputs()
                    + " outputs, where " + inputs + " and " + outputs(inputs) + " are said");
        }
        if (function.plain() == null || function.handWrittenAdjoint() == null) {
            throw wrong(method + " has a function whose plain() or handWrittenAdjoint() is null");
        }
        return workload;
    }

    private <T> T answer(String method, Supplier<T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (UserError e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new UserError("workload " + name + ": " + method + " threw " + UserError.describe(e), e);
        }
        if (answer == null) {
            throw wrong(method + " is null");
        }
        return answer;
    }

    private UserError wrong(String what) {
        return new UserError("workload " + name + ": " + what);
    }
}

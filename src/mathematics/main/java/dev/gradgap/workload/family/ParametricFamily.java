package dev.gradgap.workload.family;

import dev.gradgap.workload.WorkloadFamily;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A family with parameters that a user may set; its name tells those that were. */
abstract class ParametricFamily extends BuiltInFamily {

    private final Parameters parameters;

    /**
     * The parameters of a family.
     *
     * @param baseName the family's name without parameters
     * @param values the value of every parameter, in the order in which they are listed
     * @param changed those that a user has set
     */
    record Parameters(String baseName, Map<String, String> values, Map<String, String> changed) {

        /** Parameters of which none has been set. */
        Parameters(String baseName, Map<String, String> defaults) {
            this(baseName, defaults, Map.of());
        }

        /** The name with the changed parameters. */
        String fullName() {
            StringBuilder name = new StringBuilder(baseName);
            changed.forEach(
                    (key, value) -> name.append(':').append(key).append('=').append(value));
            return name.toString();
        }

        private Parameters with(Map<String, String> parameters) {
            for (String key : parameters.keySet()) {
                if (!values.containsKey(key)) {
                    throw new IllegalArgumentException("workload " + baseName + " has no parameter " + key + "; it has "
                            + String.join(", ", values.keySet()));
                }
            }
            Map<String, String> newValues = new LinkedHashMap<>();
            Map<String, String> newChanged = new LinkedHashMap<>();
            values.forEach((key, value) -> {
                String newValue = parameters.getOrDefault(key, value);
                newValues.put(key, newValue);
                if (parameters.containsKey(key) || changed.containsKey(key)) {
                    newChanged.put(key, newValue);
                }
            });
            return new Parameters(baseName, Collections.unmodifiableMap(newValues), newChanged);
        }
    }

    ParametricFamily(Parameters parameters, String family, String definition, String source) {
        super(parameters.fullName(), family, definition, source);
        this.parameters = parameters;
    }

    /** The family with other parameters. */
    abstract WorkloadFamily with(Parameters newParameters);

    @Override
    public final Map<String, String> parameters() {
        return parameters.values();
    }

    @Override
    public final WorkloadFamily with(Map<String, String> changes) {
        return with(parameters.with(changes));
    }

    /** The value of a parameter. */
    final String value(String key) {
        return parameters.values().get(key);
    }

    /** The value of a parameter that is a number. */
    final int number(String key, int least, int most) {
        return number(key, least, most, "");
    }

    /**
     * The value of a parameter that is a number.
     *
     * @param orElse what the message adds to the range: what else is allowed
     */
    final int number(String key, int least, int most, String orElse) {
        String text = value(key);
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(key + " must be from " + least + " to " + most + orElse + ", not " + text);
    }

    /** What is thrown at a wrong value. */
    final IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("workload " + parameters.baseName() + ": " + what);
    }
}

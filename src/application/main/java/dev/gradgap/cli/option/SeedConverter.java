package dev.gradgap.cli.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a seed: a whole number of 64 bits, in ASCII digits. */
public final class SeedConverter implements ITypeConverter<Long> {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]+");

    @Override
    public Long convert(String text) {
        if (WHOLE_NUMBER.matcher(text).matches()) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is beyond 64 bits");
            }
        }
        throw new TypeConversionException("'" + text + "' is not a whole number");
    }
}

package dev.gradgap.task;

import dev.gradgap.results.file.InputFile;
import dev.gradgap.results.file.IoErrors;
import dev.gradgap.text.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A point in a text file: decimal numbers separated by white space or commas, in the order of the inputs. */
public final class PointFile {

    // Stricter than Double.parseDouble, which also takes 1d, 0x1p3 and NaN.
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");
    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_BLANKS = 1 << 20;
    private static final List<String> OPENED = List.of("/dev/stdin", "/dev/fd", "/proc/self/fd");
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Path file;
    private final int atMost;
    private final StringBuilder token = new StringBuilder();
    private double[] numbers = new double[16];
    private int count;
    private int line = 1;
    private int blanks;
    private boolean numberSinceComma;

    private PointFile(Path file, int atMost) {
        this.file = file;
        this.atMost = atMost;
    }

    /**
     * Reads a point.
     *
     * @param atMost more numbers than this are an error, found before they fill the memory
     * @throws UserError with file and line, if there is anything but finite numbers
     */
    public static double[] read(Path file, int atMost) {
        try (Reader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return new PointFile(file, atMost).parse(reader);
        } catch (NoSuchFileException e) {
            throw new UserError("--at: " + file + ": no such file", e);
        } catch (AccessDeniedException e) {
            throw new UserError("--at: " + file + ": permission denied", e);
        } catch (IOException e) {
            throw new UserError(
                    IoErrors.unchecked("--at: " + file + ": cannot be read", e).getMessage(), e);
        }
    }

    /** What the shell has opened may be a pipe, with somebody at its other end; who would write into another one is unknown. */
    private static InputStream open(Path file) throws IOException {
        return OPENED.stream().anyMatch(file::startsWith) ? Files.newInputStream(file) : InputFile.open(file);
    }

    private double[] parse(Reader reader) throws IOException {
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == ',') {
                endNumber();
                if (!numberSinceComma) {
                    throw error("a number is missing before the comma");
                }
                numberSinceComma = false;
            } else if (Character.isWhitespace(c) || (c == BYTE_ORDER_MARK && count == 0 && token.isEmpty())) {
                endNumber();
                line += c == '\n' ? 1 : 0;
                blanks++;
                if (blanks > MOST_BLANKS) {
                    throw error("there is no number within " + MOST_BLANKS + " blanks");
                }
            } else if (token.length() == LONGEST_NUMBER) {
                throw notANumber();
            } else {
                token.append((char) c);
                blanks = 0;
            }
        }
        endNumber();
        return Arrays.copyOf(numbers, count);
    }

    private void endNumber() {
        if (token.isEmpty()) {
            return;
        }
        if (!NUMBER.matcher(token).matches()) {
            throw notANumber();
        }
        double number = Double.parseDouble(token.toString());
        if (Double.isInfinite(number)) {
            throw error("'" + shown() + "' is too large for a double");
        }
        if (count == atMost) {
            throw error("there are more numbers than inputs (" + atMost + ")");
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, (int) Math.min(2L * count, atMost));
        }
        numbers[count++] = number;
        numberSinceComma = true;
        token.setLength(0);
    }

    private UserError notANumber() {
        return error(
                NOT_FINITE.matcher(token).matches()
                        ? "'" + shown() + "' is not finite; a point has finite numbers"
                        : "'" + shown()
                                + "' is not a number; write -1.5 or 2e-3, separated by spaces, commas or lines");
    }

    private String shown() {
        return token.length() > LONGEST_SHOWN ? token.substring(0, LONGEST_SHOWN) + "..." : token.toString();
    }

    private UserError error(String message) {
        return new UserError("--at: " + file + ":" + line + ": " + message);
    }
}

package dev.gradgap.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** What editors, merges, disks and strangers do to a file. */
final class Mutations {

    /** What means something to one reader or another. */
    private static final List<String> TOKENS = List.of(
            "-1",
            "0",
            "NaN",
            "Infinity",
            "1e999",
            "1e-999",
            "9999999999999999999999",
            "2147483648",
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\"",
            "'",
            ",",
            ":",
            "=",
            "\n",
            "\r\n",
            "\0",
            "\u001b[2J",
            "\ufeff",
            "\u202e",
            "\ud83d\ude00",
            "٣",
            "*",
            "**************b",
            "../../..",
            "[[cells]]",
            "#",
            "%s%n",
            "\\u0000",
            "<<<<<<< HEAD\n");

    private final SplittableRandom random;

    Mutations(SplittableRandom random) {
        this.random = random;
    }

    /** The file after one to four mishaps. */
    byte[] of(byte[] file) {
        byte[] result = file;
        for (int mishaps = 1 + random.nextInt(4); mishaps > 0; mishaps--) {
            result = mishap(result);
        }
        return result;
    }

    private byte[] mishap(byte[] file) {
        if (file.length == 0) {
            return token();
        }
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        return switch (random.nextInt(9)) {
            case 0 -> flipped(file, from);
            case 1 -> spliced(file, from, to, new byte[0]);
            case 2 -> spliced(file, from, from, slice(file, from, to));
            case 3 -> spliced(file, from, from, token());
            case 4 -> spliced(file, from, to, token());
            case 5 -> slice(file, 0, from);
            case 6 -> shuffled(file);
            case 7 -> spliced(file, from, from, " ".repeat(random.nextInt(2000)).getBytes(StandardCharsets.UTF_8));
            default -> digitReplaced(file, from);
        };
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] file, int at) {
        byte[] result = file.clone();
        result[at] ^= (byte) (1 << random.nextInt(8));
        return result;
    }

    /** The next number after a position is another one. */
    private byte[] digitReplaced(byte[] file, int from) {
        int at = from;
        while (at < file.length && !isDigit(file[at])) {
            at++;
        }
        int end = at;
        while (end < file.length && isDigit(file[end])) {
            end++;
        }
        return spliced(file, at, end, token());
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private byte[] shuffled(byte[] file) {
        List<String> lines =
                new ArrayList<>(List.of(new String(file, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)));
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] slice(byte[] file, int from, int to) {
        return Arrays.copyOfRange(file, from, to);
    }

    private static byte[] spliced(byte[] file, int from, int to, byte[] between) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(file, 0, from);
        result.writeBytes(between);
        result.write(file, to, file.length - to);
        return result.toByteArray();
    }
}

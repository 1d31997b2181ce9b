package dev.gradgap.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault put into the program on purpose: one piece of a source file replaced by another.
 *
 * @param file below the package {@code dev.gradgap}, for example {@code engine/compiled/Nest.java}
 * @param what the fault is, in a few words
 * @param engines the glob of the engines that have it
 */
record Mutant(String file, String what, String engines, String original, String replacement) {

    /**
     * Reads a list: {@code # FILE: WHAT [ENGINES]}, then a line {@code - ORIGINAL} and a line {@code + REPLACEMENT};
     * {@code \\n} is a line break.
     *
     * @throws IllegalArgumentException if a line is none of these
     */
    static List<Mutant> read(Path list) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        List<String> lines = Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank())
                .toList();
        for (int k = 0; k < lines.size(); k += 3) {
            String head = lines.get(k);
            boolean wellFormed = k + 2 < lines.size()
                    && head.matches("# \\S+: .+ \\[\\S+\\]")
                    && lines.get(k + 1).startsWith("- ")
                    && lines.get(k + 2).startsWith("+");
            if (!wellFormed) {
                throw new IllegalArgumentException(list + ": no mutant: " + head);
            }
            int colon = head.indexOf(": ");
            int bracket = head.lastIndexOf(" [");
            mutants.add(new Mutant(
                    head.substring(2, colon),
                    head.substring(colon + 2, bracket),
                    head.substring(bracket + 2, head.length() - 1),
                    unescaped(lines.get(k + 1).substring(2)),
                    unescaped(lines.get(k + 2).substring(1).strip())));
        }
        return mutants;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }

    /**
     * The source with the fault.
     *
     * @throws IllegalArgumentException if the original stands there not exactly once
     */
    String applied(String source) {
        int at = source.indexOf(original);
        if (at < 0 || source.indexOf(original, at + 1) >= 0) {
            throw new IllegalArgumentException(file + " does not have exactly once: " + original);
        }
        return source.substring(0, at) + replacement + source.substring(at + original.length());
    }
}

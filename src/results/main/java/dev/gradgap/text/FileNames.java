package dev.gradgap.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for the files of one folder, from names that users chose: safe on every system, and each of them once. */
public final class FileNames {

    private static final int LONGEST = 150;

    private final Set<String> used = new HashSet<>();

    /**
     * A name that has not been given out yet.
     *
     * @param name what the file stands for; whatever a file name should not have is replaced, and a number added if another
     *     file has the name that is left
     * @return without an ending
     */
    public String unused(String name) {
        String safe =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "_").replaceAll("^\\.+", "_");
        String start = safe.substring(0, Math.min(LONGEST, safe.length()));
        String file = start;
        for (int k = 2; !used.add(file); k++) {
            file = start + "-" + k;
        }
        return file;
    }
}

package dev.gradgap.history;

import dev.gradgap.results.Environment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names an environment: times of runs with different fingerprints are never compared. */
final class Fingerprint {

    private static final int DIGITS = 12;

    private Fingerprint() {}

    /** What the fingerprint is made from, as far as it is known. */
    static SortedMap<String, String> fields(Environment environment) {
        SortedMap<String, String> fields = new TreeMap<>();
        Environment.CONDITIONS.forEach(field -> environment.text(field).ifPresent(value -> fields.put(field, value)));
        return fields;
    }

    /** The fingerprint: the beginning of the SHA-256 of these fields. */
    static String of(SortedMap<String, String> fields) {
        try {
            byte[] text = fields.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

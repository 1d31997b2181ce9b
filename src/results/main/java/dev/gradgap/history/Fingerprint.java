package dev.gradgap.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Names an environment: times of runs with different fingerprints are never compared. */
final class Fingerprint {

    private static final int DIGITS = 12;

    private Fingerprint() {}

    /** The fingerprint: the beginning of the SHA-256 of what times depend on besides the code. */
    static String of(SortedMap<String, String> conditions) {
        try {
            byte[] text = conditions.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.gradgap.results.file;

import dev.gradgap.text.PlainText;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Input and output errors in words: many exceptions of the platform carry only the path as their message. */
public final class IoErrors {

    /** How the platform words a {@link FileNotFoundException}, which it throws for any file it cannot open. */
    private static final Pattern PATH_AND_CAUSE = Pattern.compile(".* \\((.*)\\)");

    private IoErrors() {}

    /** An exception whose message is one line: what could not be done, and the cause. */
    public static UncheckedIOException unchecked(String what, IOException cause) {
        return new UncheckedIOException(PlainText.oneLine(what + ": " + inWords(cause)), cause);
    }

    private static String inWords(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is not a directory";
        }
        if (e instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (e instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
            return fileSystem.getReason();
        }
        String message = e.getMessage();
        if (message == null) {
            return e.getClass().getSimpleName();
        }
        Matcher fileNotFound = PATH_AND_CAUSE.matcher(message);
        if (e instanceof FileNotFoundException && fileNotFound.matches()) {
            return fileNotFound.group(1);
        }
        return message.lines().findFirst().orElse("");
    }
}

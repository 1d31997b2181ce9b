package dev.gradgap.results.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;

/** Where the fields of a record are read from, by their names. Every error says which field is wrong, and how. */
interface Fields {

    /** Whether anything is said of a field. */
    boolean has(String name);

    String text(String name);

    boolean flag(String name);

    long whole(String name);

    double number(String name);

    /** A list, which only JSON has. */
    JsonNode array(String name);

    /** An object of texts, which only JSON has. */
    SortedMap<String, String> texts(String name);

    /**
     * The error of a field.
     *
     * @param problem what is wrong with it, after its name or its value: {@code is not a number}
     */
    RuntimeException error(String name, String problem);

    /**
     * The error of a number that is out of bounds.
     *
     * @param what what it is: {@code less than 0}
     */
    RuntimeException outOfBounds(String name, String what);
}

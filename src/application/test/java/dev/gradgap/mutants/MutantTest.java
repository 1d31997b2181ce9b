package dev.gradgap.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantTest {

    /** A fault that no longer fits the source would be left out of the measurement without a word. */
    @Test
    void everyFaultCanBePutIn() throws IOException {
        List<Mutant> mutants = Mutant.read(Path.of("src/application/test/resources/mutants.txt"));
        assertThat(mutants).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        for (Mutant mutant : mutants) {
            String source = Files.readString(Path.of("src/mathematics/main/java/dev/gradgap", mutant.file()));
            assertThat(mutant.applied(source)).as(mutant.what()).isNotEqualTo(source);
        }
    }
}

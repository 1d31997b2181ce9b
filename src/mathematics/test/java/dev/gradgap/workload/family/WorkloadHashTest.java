package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.workload.WorkloadFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorkloadHashTest {

    private static final List<WorkloadFamily> FAMILIES = List.copyOf(new BuiltInWorkloads().families());

    @Test
    void everyFamilyHasAHashOfItsOwnThatIsAlwaysTheSame() {
        List<String> hashes =
                FAMILIES.stream().map(family -> WorkloadHash.of(family, 1)).toList();
        assertThat(hashes).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(FAMILIES.stream().map(family -> WorkloadHash.of(family, 1)).toList())
                .isEqualTo(hashes);
    }

    @Test
    void anotherPointOrAnotherGraphIsAnotherHash() {
        WorkloadFamily random = FAMILIES.stream()
                .filter(family -> family.name().equals("random"))
                .findFirst()
                .orElseThrow();
        assertThat(WorkloadHash.of(random, 2)).isNotEqualTo(WorkloadHash.of(random, 1));
    }
}

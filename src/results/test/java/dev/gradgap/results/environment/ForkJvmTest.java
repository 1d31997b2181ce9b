package dev.gradgap.results.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkJvmTest {

    @Test
    void theLastOfContradictingArgumentsCounts() {
        ForkJvm jvm = new ForkJvm(List.of("-Xmx1g", "-XX:+UseG1GC", "-XX:MaxHeapSize=2G", "-XX:+UseZGC", "-Xms1g"));
        assertThat(jvm.heapBytes()).hasValue(2L << 30);
        assertThat(jvm.garbageCollector()).contains("Z");
    }

    @Test
    void withoutArgumentsAForkGetsWhatThisProcessGot() {
        assertThat(new ForkJvm(List.of()).fields())
                .containsEntry("heap_bytes", Runtime.getRuntime().maxMemory())
                .hasEntrySatisfying("garbage_collector", name -> assertThat(name)
                        .isIn("Serial", "Parallel", "G1", "Z", "Shenandoah"));
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "64k, 65536", "3M, 3145728", "2g, 2147483648", "1T, 1099511627776"})
    void sizesArePowersOf1024(String size, long bytes) {
        assertThat(ByteSizes.bytes(size)).hasValue(bytes);
    }

    @ParameterizedTest
    @CsvSource({"''", "g", "1.5g", "-1", "12x", "999999999999t"})
    void whatIsNoSizeIsUnknown(String size) {
        assertThat(ByteSizes.bytes(size)).isEmpty();
    }
}

package dev.gradgap.results.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    @TempDir
    Path root;

    @Test
    void linuxNamesItsProcessorAndCountsSharedCoresOnce() throws IOException {
        // Two sockets of one core with two threads each.
        write("proc/cpuinfo", """
                processor\t: 0
                model name\t: Example CPU @ 3.00GHz
                physical id\t: 0
                core id\t\t: 0
                flags\t: model name

                processor\t: 1
                model name\t: Example CPU @ 3.00GHz
                physical id\t: 0
                core id\t\t: 0

                processor\t: 2
                physical id\t: 1
                core id\t\t: 0

                processor\t: 3
                physical id\t: 1
                core id\t\t: 0
                """);
        assertThat(machine().cpuModel()).contains("Example CPU @ 3.00GHz");
        assertThat(machine().physicalCores()).hasValue(2);
    }

    @Test
    void linuxListsTheCachesOfItsFirstCore() throws IOException {
        cache(1, "1", "Instruction", "32K");
        cache(0, "1", "Data", "48K");
        cache(2, "3", "Unified", "32768K");
        cache(3, "4", "Unified", "plenty");
        assertThat(machine().caches())
                .containsExactly(
                        Map.of("level", 1, "type", "data", "bytes", 48L * 1024),
                        Map.of("level", 1, "type", "instruction", "bytes", 32L * 1024),
                        Map.of("level", 3, "type", "unified", "bytes", 32L << 20));
    }

    @Test
    void linuxSaysWhatAControlGroupGrants() throws IOException {
        Machine machine = new Machine(root, Map.of());
        assertThat(machine.cpuQuota()).isEmpty();
        write("proc/self/cgroup", "9:memory:/\n4:cpu,cpuacct:/jobs/mine\n0::/\n");
        write("sys/fs/cgroup/cpu/jobs/mine/cpu.cfs_quota_us", "-1\n");
        write("sys/fs/cgroup/cpu/jobs/mine/cpu.cfs_period_us", "100000\n");
        assertThat(machine.cpuQuota()).isEmpty();
        write("sys/fs/cgroup/cpu/jobs/cpu.cfs_quota_us", "50000\n");
        assertThat(machine.fields()).containsEntry("cpu_quota", "none");
        write("sys/fs/cgroup/cpu/jobs/cpu.cfs_period_us", "100000\n");
        assertThat(machine.cpuQuota()).hasValue(0.5);
        assertThat(machine.fields()).containsEntry("cpu_quota", 0.5);

        write("proc/self/cgroup", "0::/box\n");
        write("sys/fs/cgroup/box/cpu.max", "max 100000\n");
        assertThat(machine.cpuQuota()).isEmpty();
        write("sys/fs/cgroup/cpu.max", "150000 100000\n");
        assertThat(machine.cpuQuota()).hasValue(1.5);
    }

    @Test
    void linuxSaysWhereAProcessMayRunAndWhatItsHostTook() throws IOException {
        Machine machine = new Machine(root, Map.of());
        assertThat(machine.affinity()).isEmpty();
        assertThat(machine.ticks()).isEmpty();
        write("proc/self/status", "Name:\tjava\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\n");
        write("proc/stat", "cpu  40 0 10 40 0 0 0 10 5 0\ncpu0 1 2 3\n");
        assertThat(machine.affinity()).contains("0-1");
        assertThat(machine.ticks()).contains(new Machine.Ticks(100, 10));
    }

    @Test
    void windowsNamesItsProcessorInAVariable() {
        Machine windows = new Machine(root, Map.of("PROCESSOR_IDENTIFIER", "Intel64 Family 6 Model 85"));
        assertThat(windows.cpuModel()).contains("Intel64 Family 6 Model 85");
    }

    @Test
    void whatCannotBeFoundOutIsLeftOut() {
        assertThat(machine().fields()).doesNotContainKeys("cpu_model", "physical_cores", "caches");
    }

    private Machine machine() {
        return new Machine(root, Map.of());
    }

    private void cache(int index, String level, String type, String size) throws IOException {
        String directory = "sys/devices/system/cpu/cpu0/cache/index" + index + "/";
        write(directory + "level", level + "\n");
        write(directory + "type", type + "\n");
        write(directory + "size", size + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

package org.shuangbaodao.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process has used so far: CPU time of all its threads, and its resident memory in MiB (0 where /proc is not). */
record Usage(Duration cpu, long residentMiB) {

    static Usage of(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        long resident = 0;
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    resident = Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        }
        return new Usage(process.info().totalCpuDuration().orElse(Duration.ZERO), resident);
    }

    double cpuSeconds() {
        return cpu.toMillis() / 1000.0;
    }
}

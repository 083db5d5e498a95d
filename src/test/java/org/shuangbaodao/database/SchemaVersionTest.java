package org.shuangbaodao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaVersionTest {

    @Inject
    @Readiness
    SchemaVersion schema;

    @Test
    void readyWithTheNewestMigrationOfThePackage() throws IOException {
        HealthCheckResponse response = schema.call();

        assertThat(response.getStatus()).isEqualTo(UP);
        assertThat(response.getData().orElseThrow()).containsEntry("version", newestFile());
    }

    @Test
    void notReadyWithoutIt() {
        assertThat(schema.check("9999").getStatus()).isEqualTo(DOWN);
    }

    private static String newestFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("migrations"))) {
            return files.map(file -> file.getFileName().toString()).sorted().reduce((first, second) -> second).orElseThrow()
                    .substring(1, 5);
        }
    }
}

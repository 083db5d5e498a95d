package org.shuangbaodao.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.shuangbaodao.database.OperatorDatabase;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

/** The service's own settings, read as it reads them, for what happens before or without its start. */
class OperatorSettings {

    private final SmallRyeConfig settings = ConfigUtils.configBuilder().build();

    Optional<String> value(String name) {
        return settings.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    Path dataFolder() {
        return Path.of(value("app.data-folder").orElse("data"));
    }

    Path keysFolder() {
        return value("app.keys-folder").map(Path::of).orElseGet(() -> dataFolder().resolve("keys"));
    }

    boolean isEmbedded() {
        return value("quarkus.datasource.jdbc.url").isEmpty();
    }

    OperatorDatabase database() throws IOException {
        if (isEmbedded()) {
            return OperatorDatabase.embedded(dataFolder());
        }
        OperatorDatabase.Login service = login("quarkus.datasource")
                .orElseThrow(() -> new Refusal("QUARKUS_DATASOURCE_USERNAME is not set."));
        return OperatorDatabase.external(value("quarkus.datasource.jdbc.url").orElseThrow(), service,
                login("quarkus.flyway").orElse(service));
    }

    private Optional<OperatorDatabase.Login> login(String prefix) {
        return value(prefix + ".username")
                .map(user -> new OperatorDatabase.Login(user, value(prefix + ".password").orElse("")));
    }
}

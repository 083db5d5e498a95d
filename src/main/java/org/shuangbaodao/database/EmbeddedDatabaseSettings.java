package org.shuangbaodao.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import io.quarkus.runtime.Application;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Where no datasource is configured, starts the embedded server and answers with its address. One mechanism for development,
 * the packaged service and the tests, because each of them reads its configuration before anything else.
 */
public class EmbeddedDatabaseSettings implements ConfigSourceFactory {

    // Above application.properties (250), below system properties and the environment (400, 300).
    private static final int ORDINAL = 260;
    // Development mode reloads classes and reads the configuration again: the server outlives both, and so must the note of it.
    private static final String RUNNING = "app.embedded.port";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (Application.currentApplication() == null || isSet(context, "quarkus.datasource.jdbc.url")) {
            // The build reads its configuration too, but only a starting application may start a server.
            return List.of();
        }
        Path folder = Path.of(context.getValue("app.data-folder").getValue());
        synchronized (System.getProperties()) {
            if (System.getProperty(RUNNING) == null) {
                System.setProperty(RUNNING, String.valueOf(EmbeddedServer.start(folder)));
            }
        }
        Properties settings = EmbeddedServer.settings(folder, Integer.parseInt(System.getProperty(RUNNING)));
        return List.of(new PropertiesConfigSource(settings, "embedded database", ORDINAL));
    }

    private static boolean isSet(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value != null && value.getValue() != null && !value.getValue().isBlank();
    }
}

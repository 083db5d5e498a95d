package org.shuangbaodao.operations;

/**
 * How the log looks: one JSON object a line where a machine collects it, which is what a packaged service is for; plain lines
 * where a person looks on, which is the demo (its logins and password must be found), development and tests.
 * {@code QUARKUS_LOG_CONSOLE_JSON_ENABLED} says otherwise.
 */
final class LogStyle {

    private static final String JSON = "quarkus.log.console.json.enabled";

    private LogStyle() {
    }

    static void choose() {
        OperatorSettings settings = new OperatorSettings();
        if (settings.value("app.demo").map(Boolean::parseBoolean).orElse(false)
                && System.getenv("QUARKUS_LOG_CONSOLE_JSON_ENABLED") == null && System.getProperty(JSON) == null) {
            System.setProperty(JSON, "false");
        }
    }
}

package org.shuangbaodao.accessibility;

import java.util.Map;
import java.util.TreeMap;

import org.shuangbaodao.database.OwnDatabase;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The demo as a newcomer starts it. It refuses a database that holds anything else, so it has its own. */
public class DemoProfile implements QuarkusTestProfile {

    static final String PASSWORD = "a-long-demo-passphrase";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new TreeMap<>(OwnDatabase.settings());
        settings.put("app.demo", "true");
        settings.put("app.demo.password", PASSWORD);
        // Spot checks are drawn while the test waits.
        settings.put("app.inspection.look-every", "1s");
        return settings;
    }
}

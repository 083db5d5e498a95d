package org.shuangbaodao.support;

import java.util.Optional;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Runs the tests on a MySQL server instead of the embedded one where {@code test.mysql.port} names it: a schema of their own,
 * and all of it gone afterwards.
 */
public class MySqlForTests implements LauncherSessionListener {

    private Optional<MySqlSchema> schema = Optional.empty();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        schema = MySqlSchema.ifWanted();
        schema.ifPresent(created -> created.settings().forEach(System::setProperty));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        schema.ifPresent(MySqlSchema::drop);
    }
}

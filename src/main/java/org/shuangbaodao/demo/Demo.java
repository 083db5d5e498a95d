package org.shuangbaodao.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seeds the demo into an empty database when {@code APP_DEMO=true}, and says how to log in. */
@ApplicationScoped
class Demo {

    private static final long SEED = 20260701;

    private final DemoTrees trees;
    private final DemoPeople people;
    private final DemoRecords records;
    private final DemoBranch branch;
    private final DemoActivities activities;
    private final DemoAccounts accounts;
    private final boolean wanted;
    private final Optional<String> password;
    private final Path passwordFile;
    private final int port;

    Demo(DemoTrees trees, DemoPeople people, DemoRecords records, DemoBranch branch,
            DemoActivities activities, DemoAccounts accounts,
            @ConfigProperty(name = "app.demo", defaultValue = "false") boolean wanted,
            @ConfigProperty(name = "app.demo.password") Optional<String> password,
            @ConfigProperty(name = "app.data-folder") String dataFolder,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.trees = trees;
        this.people = people;
        this.records = records;
        this.branch = branch;
        this.activities = activities;
        this.accounts = accounts;
        this.wanted = wanted;
        this.password = password.filter(given -> !given.isBlank());
        this.passwordFile = Path.of(dataFolder).resolve("demo-password.txt");
        this.port = port;
    }

    // After the keys are open, which takes a priority of its own.
    @ActivateRequestContext
    void start(@Observes @Priority(10_000) StartupEvent event) {
        if (!wanted) {
            return;
        }
        boolean seeded = QuarkusTransaction.requiringNew().call(accounts::areThere);
        if (!seeded && !QuarkusTransaction.requiringNew().call(Demo::isEmpty)) {
            throw new IllegalStateException("The database holds other data than the demo's. Set APP_DEMO=false, or"
                    + " APP_DATA_FOLDER to an empty folder.");
        }
        if (!seeded) {
            seed();
        }
        announce();
    }

    private static boolean isEmpty() {
        return Organization.count() == 0 && Member.count() == 0;
    }

    private void seed() {
        long begun = System.nanoTime();
        Random random = new Random(SEED);
        String secret = password.orElseGet(this::ownPassword);
        DemoPeople.Cast cast = people.enrol(trees.plant(), secret, random);
        int written = records.write(cast, random);
        branch.act(cast);
        activities.publish(cast);
        Log.infof("The demo was seeded in %d s: %d members, %d service records", (System.nanoTime() - begun) / 1_000_000_000,
                cast.members().size(), written);
    }

    // Without APP_DEMO_PASSWORD every installation makes up its own: nobody can guess it from the source.
    private String ownPassword() {
        try {
            Files.createDirectories(passwordFile.toAbsolutePath().getParent());
            if (!Files.exists(passwordFile)) {
                byte[] secret = new byte[8];
                new SecureRandom().nextBytes(secret);
                Files.writeString(passwordFile, HexFormat.of().formatHex(secret) + "\n");
            }
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void announce() {
        String logins = Arrays.stream(DemoLogin.values()).map(DemoLogin::login).collect(Collectors.joining(", "));
        String secret = password.isPresent() ? "the one in APP_DEMO_PASSWORD" : ownPassword();
        Log.infof("Demo: http://localhost:%d — log in as %s; password: %s", port, logins, secret);
    }
}

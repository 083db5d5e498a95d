package org.shuangbaodao.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pod of the overlay keeps to, and that nothing in it points to something that is not there. */
class PodRulesTest {

    private static final List<HasMetadata> OBJECTS = Kustomization.resolved(ManifestsTest.SINGLE).stream()
            .map(StrictReader::object).toList();
    private static final String SECRETS = Kustomization.read(Path.of("k8s/secrets.sh"));

    static Stream<Workload> workloads() {
        return OBJECTS.stream().flatMap(object -> Workload.of(object).stream());
    }

    @Test
    void theOverlayIsComplete() {
        assertThat(workloads()).extracting(Workload::name).containsExactlyInAnyOrder("Deployment service", "Job migration",
                "StatefulSet mysql", "CronJob backup", "CronJob restore");
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void runsWithoutAnyPrivilege(Workload workload) {
        PodSecurityContext pod = workload.pod().getSecurityContext();

        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getRunAsUser()).isPositive();
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(workload.pod().getAutomountServiceAccountToken()).isFalse();
        assertThat(List.of(workload.pod())).allSatisfy(spec -> {
            assertThat(spec.getHostNetwork()).isNull();
            assertThat(spec.getHostPID()).isNull();
            assertThat(spec.getHostIPC()).isNull();
        });
        assertThat(workload.pod().getVolumes()).allMatch(volume -> volume.getHostPath() == null);
        assertThat(workload.containers()).isNotEmpty().extracting(Container::getSecurityContext)
                .allSatisfy(PodRulesTest::isBare);
    }

    private static void isBare(SecurityContext container) {
        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getPrivileged()).isNull();
        assertThat(container.getRunAsUser()).isNull();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void asksForWhatItNeedsAndIsHeldToIt(Workload workload) {
        assertThat(workload.containers()).allSatisfy(container -> {
            Map<String, Quantity> requests = container.getResources().getRequests();
            Map<String, Quantity> limits = container.getResources().getLimits();
            assertThat(requests).containsOnlyKeys("cpu", "memory");
            assertThat(limits).containsOnlyKeys("cpu", "memory");
            assertThat(limits).allSatisfy((what, limit) -> assertThat(limit.getNumericalAmount())
                    .isGreaterThanOrEqualTo(requests.get(what).getNumericalAmount()));
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void isProbedIfItRunsForever(Workload workload) {
        for (Container container : workload.pod().getContainers()) {
            List<Probe> probes = Stream.of(container.getStartupProbe(), container.getReadinessProbe(),
                    container.getLivenessProbe()).filter(probe -> probe != null).toList();
            assertThat(probes).hasSize(workload.runsForever() ? 3 : 0);
            assertThat(probes).allSatisfy(probe -> {
                boolean isHttp = probe.getHttpGet() != null;
                assertThat(isHttp ? probe.getHttpGet().getPort().getStrVal() : "").isIn("", "http");
            });
        }
    }

    @Test
    void theServiceIsProbedWhereItAnswers() {
        Container service = service().pod().getContainers().get(0);

        assertThat(service.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
        assertThat(service.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
        assertThat(service.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        assertThat(service.getPorts()).anyMatch(port -> port.getName().equals("http") && port.getContainerPort() == 8080);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void takesPasswordsFromSecretsOnly(Workload workload) {
        assertThat(workload.containers().flatMap(container -> container.getEnv().stream()))
                .filteredOn(variable -> variable.getName().matches(".*(PASSWORD|PASSPHRASE|TOKEN|SECRET).*"))
                .allSatisfy(variable -> {
                    assertThat(variable.getValue()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull();
                });
        assertThat(all(ConfigMap.class).flatMap(map -> map.getData().keySet().stream()))
                .noneMatch(key -> key.matches(".*(PASSWORD|PASSPHRASE|TOKEN|SECRET).*"));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void pointsOnlyToWhatIsThere(Workload workload) {
        Set<String> configMaps = names(ConfigMap.class);

        assertThat(names(ServiceAccount.class)).contains(workload.pod().getServiceAccountName());
        assertThat(all(ServiceAccount.class)).allMatch(account -> !account.getAutomountServiceAccountToken());
        for (Volume volume : workload.pod().getVolumes()) {
            if (volume.getConfigMap() != null) {
                assertThat(configMaps).contains(volume.getConfigMap().getName());
            }
            if (volume.getPersistentVolumeClaim() != null) {
                assertThat(names(PersistentVolumeClaim.class)).contains(volume.getPersistentVolumeClaim().getClaimName());
            }
            if (volume.getSecret() != null) {
                assertThat(SECRETS).contains("create secret generic " + volume.getSecret().getSecretName() + " ");
            }
        }
        assertThat(workload.containers().flatMap(container -> container.getEnvFrom().stream()))
                .allMatch(from -> configMaps.contains(from.getConfigMapRef().getName()));
        assertThat(workload.containers().flatMap(container -> container.getEnv().stream()).map(EnvVar::getValueFrom))
                .filteredOn(from -> from != null).allSatisfy(from -> assertThatItIsMade(from.getSecretKeyRef()));
    }

    private static void assertThatItIsMade(SecretKeySelector key) {
        assertThat(SECRETS).contains("create secret generic " + key.getName() + " ")
                .containsPattern("for account in [a-z ]*\\b" + key.getKey() + "\\b");
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void mountsWhatItHasAndHasWhatItMounts(Workload workload) {
        Set<String> mounted = Set.copyOf(workload.containers().flatMap(container -> container.getVolumeMounts().stream())
                .map(mount -> mount.getName()).distinct().toList());
        List<String> volumes = workload.pod().getVolumes().stream().map(Volume::getName).toList();

        assertThat(mounted).containsAll(volumes);
        // The claim template of the database.
        assertThat(mounted).allMatch(name -> volumes.contains(name) || name.equals("data"));
        assertThat(workload.pod().getContainers()).allMatch(container -> container.getVolumeMounts().stream()
                .anyMatch(mount -> mount.getMountPath().equals("/tmp")));
    }

    @Test
    void selectorsFindTheirPods() {
        assertThat(workloads()).filteredOn(workload -> workload.selector() != null).hasSize(2)
                .allMatch(workload -> workload.isSelectedBy(workload.selector()));
        assertThat(all(Service.class)).hasSize(2).allSatisfy(service -> {
            LabelSelector selector = new LabelSelector(List.of(), service.getSpec().getSelector());
            assertThat(workloads()).filteredOn(workload -> workload.isSelectedBy(selector)).hasSize(1).first()
                    .satisfies(workload -> assertThat(workload.pod().getContainers().get(0).getPorts())
                            .anyMatch(port -> port.getName().equals(service.getSpec().getPorts().get(0).getTargetPort()
                                    .getStrVal())));
        });
        assertThat(all(PodDisruptionBudget.class)).hasSize(1).allMatch(
                budget -> service().isSelectedBy(budget.getSpec().getSelector())
                        && budget.getSpec().getMinAvailable().getIntVal() == 1);
    }

    @Test
    void theServiceHasTheTimeToStopThatItTakes() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        assertThat(properties.getProperty("%prod.quarkus.shutdown.delay-enabled")).isEqualTo("true");
        long takes = seconds(properties, "delay") + seconds(properties, "timeout") + 5;

        assertThat(service().pod().getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(takes);
        assertThat(all(ConfigMap.class)).noneMatch(map -> map.getData().keySet().stream()
                .anyMatch(key -> key.startsWith("QUARKUS_SHUTDOWN")));
    }

    private static long seconds(Properties properties, String name) {
        return Duration.parse("PT" + properties.getProperty("%prod.quarkus.shutdown." + name)).toSeconds();
    }

    @Test
    void onlyTheJobKnowsTheAccountThatMigrates() {
        Container service = service().pod().getContainers().get(0);

        assertThat(service.getEnv()).extracting(EnvVar::getName).noneMatch(name -> name.startsWith("QUARKUS_FLYWAY_USER")
                || name.startsWith("QUARKUS_FLYWAY_PASS"));
        assertThat(service.getEnv()).anyMatch(variable -> variable.getName().equals("QUARKUS_FLYWAY_MIGRATE_AT_START")
                && variable.getValue().equals("false"));
        assertThat(workloads().filter(workload -> workload.containers().flatMap(container -> container.getEnv().stream())
                .anyMatch(variable -> variable.getName().equals("QUARKUS_INIT_AND_EXIT")))).extracting(Workload::name)
                .containsExactly("Job migration");
    }

    private static Workload service() {
        return workloads().filter(workload -> workload.name().equals("Deployment service")).findFirst().orElseThrow();
    }

    private static <T extends HasMetadata> Stream<T> all(Class<T> kind) {
        return OBJECTS.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Set<String> names(Class<? extends HasMetadata> kind) {
        return Set.copyOf(all(kind).map(object -> object.getMetadata().getName()).toList());
    }
}

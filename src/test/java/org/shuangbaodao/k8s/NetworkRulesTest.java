package org.shuangbaodao.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may talk to whom: only what is listed here. */
class NetworkRulesTest {

    private static final List<HasMetadata> OBJECTS = Kustomization.resolved(ManifestsTest.SINGLE).stream()
            .map(StrictReader::object).toList();

    static Stream<Workload> workloads() {
        return OBJECTS.stream().flatMap(object -> Workload.of(object).stream());
    }

    private static Stream<NetworkPolicy> policies(Workload workload, String type) {
        return OBJECTS.stream().filter(NetworkPolicy.class::isInstance).map(NetworkPolicy.class::cast)
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(type))
                .filter(policy -> workload.isSelectedBy(policy.getSpec().getPodSelector()));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyPodIsClosedInBothDirections(Workload workload) {
        assertThat(policies(workload, "Ingress")).isNotEmpty();
        assertThat(policies(workload, "Egress")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "Deployment service, StatefulSet mysql, true", "Job migration, StatefulSet mysql, true",
            "CronJob backup, StatefulSet mysql, true", "CronJob restore, StatefulSet mysql, true",
            "StatefulSet mysql, Deployment service, false", "Job migration, Deployment service, false",
            "CronJob backup, Deployment service, false", "Deployment service, CronJob backup, false" })
    void podsReachTheDatabaseAndNothingElse(String from, String to, boolean allowed) {
        Workload caller = workload(from);
        Workload called = workload(to);
        Predicate<List<NetworkPolicyPeer>> names = peers -> peers.stream()
                .anyMatch(peer -> peer.getNamespaceSelector() == null && called.isSelectedBy(peer.getPodSelector()));

        boolean leaves = policies(caller, "Egress").flatMap(policy -> policy.getSpec().getEgress().stream())
                .anyMatch(rule -> names.test(rule.getTo())
                        && rule.getPorts().stream().allMatch(port -> port.getPort().getIntVal() == 3306));
        boolean enters = policies(called, "Ingress").flatMap(policy -> policy.getSpec().getIngress().stream())
                .anyMatch(rule -> rule.getFrom().stream().anyMatch(peer -> peer.getNamespaceSelector() == null
                        && caller.isSelectedBy(peer.getPodSelector())));

        assertThat(leaves && enters).isEqualTo(allowed);
    }

    @Test
    void strangersComeThroughLabelledNamespacesOnly() {
        List<NetworkPolicyPeer> fromOutside = OBJECTS.stream().filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast).flatMap(policy -> policy.getSpec().getIngress().stream())
                .flatMap(rule -> rule.getFrom().stream()).filter(peer -> peer.getPodSelector() == null).toList();

        assertThat(fromOutside).singleElement().satisfies(peer -> {
            assertThat(peer.getIpBlock()).isNull();
            assertThat(peer.getNamespaceSelector().getMatchLabels()).containsEntry("shuangbaodao.org/may-call", "true");
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyPodCanLookUpNames(Workload workload) {
        assertThat(policies(workload, "Egress").flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getPorts().stream()).map(port -> port.getProtocol() + port.getPort().getIntVal()))
                .contains("UDP53", "TCP53");
    }

    private static Workload workload(String name) {
        return workloads().filter(workload -> workload.name().equals(name)).findFirst().orElseThrow();
    }
}

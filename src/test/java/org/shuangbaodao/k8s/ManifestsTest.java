package org.shuangbaodao.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field of every manifest is one, and the overlay comes to what we think it does. */
class ManifestsTest {

    private static final Path K8S = Path.of("k8s");
    static final Path SINGLE = K8S.resolve("overlays/single");

    @Test
    void everyFieldOfEveryManifestIsKnown() throws IOException {
        List<Path> manifests = manifests();

        assertThat(manifests).hasSizeGreaterThanOrEqualTo(10);
        assertThat(manifests).allSatisfy(file -> assertThat(StrictReader.objects(Files.readString(file))).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
            "base/service-account.yaml, automountServiceAccountToken, automountServiceaccountToken",
            "base/deployment.yaml, revisionHistoryLimit, revisionHistorylimit",
            "base/deployment.yaml, maxUnavailable: 0, maxUnavailabel: 0",
            "base/deployment.yaml, terminationGracePeriodSeconds, terminationGracePeriod",
            "base/deployment.yaml, readOnlyRootFilesystem, readOnlyRootFileSystem",
            "base/deployment.yaml, secretKeyRef, secretKeyReference",
            "base/deployment.yaml, sizeLimit, limit",
            "base/migration.yaml, backoffLimit, backOffLimit",
            "base/network-policy.yaml, namespaceSelector, nameSpaceSelector",
            "base/pod-disruption-budget.yaml, minAvailable, minimumAvailable",
            "overlays/single/mysql.yaml, volumeClaimTemplates, volumeClaimTemplate",
            "overlays/single/mysql.yaml, command, comand",
            "overlays/single/backup.yaml, concurrencyPolicy, concurencyPolicy",
            "overlays/single/backup.yaml, claimName, claim" })
    void aMisspeltFieldIsRefusedAtAnyDepth(String file, String right, String wrong) {
        String manifest = Kustomization.read(K8S.resolve(file));
        String misspelt = manifest.replaceFirst("\\b" + right, wrong);

        assertThat(misspelt).isNotEqualTo(manifest);
        assertThatThrownBy(() -> StrictReader.objects(misspelt)).hasMessageContaining("Unrecognized field");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        String manifest = Kustomization.read(K8S.resolve("base/deployment.yaml"));

        assertThatThrownBy(() -> StrictReader.objects(manifest.replace("  replicas: 2", "  replicas: 2\n  replicas: 3")))
                .hasMessageContaining("replicas");
    }

    @Test
    void aTruthValueWhereTextBelongsIsRefused() {
        String manifest = Kustomization.read(K8S.resolve("base/migration.yaml"));

        assertThatThrownBy(() -> StrictReader.objects(manifest.replace("value: \"true\"", "value: true")))
                .hasMessageContaining("Boolean");
    }

    @Test
    void kubectlComesToTheSame() throws Exception {
        assumeTrue(Kustomization.hasKubectl(), "kubectl is not installed");

        List<ObjectNode> rendered = Kustomization.byKubectl(SINGLE);

        assertThat(rendered).allSatisfy(object -> assertThatCode(() -> StrictReader.object(object)).doesNotThrowAnyException());
        assertThat(inOrder(rendered)).isEqualTo(inOrder(Kustomization.resolved(SINGLE)));
    }

    @Test
    void noSecretIsWrittenDown() throws IOException {
        assertThat(manifests()).allSatisfy(file -> assertThat(StrictReader.documents(Files.readString(file)))
                .noneMatch(object -> object.path("kind").asText().equals("Secret")));
        try (Stream<Path> files = Files.walk(K8S)) {
            assertThat(files.filter(file -> file.endsWith("kustomization.yaml"))).isNotEmpty().allSatisfy(
                    file -> assertThat(StrictReader.documents(Files.readString(file)).get(0).has("secretGenerator")).isFalse());
        }
    }

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(K8S)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml")).toList();
        }
    }

    private static List<ObjectNode> inOrder(List<ObjectNode> objects) {
        return objects.stream().sorted(Comparator.comparing((ObjectNode object) -> object.get("kind").asText())
                .thenComparing(object -> object.at("/metadata/name").asText())).toList();
    }
}

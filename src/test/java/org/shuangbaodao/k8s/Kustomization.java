package org.shuangbaodao.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a kustomization comes to: by {@code kubectl} where there is one, and by our own reading of the few features we use, so
 * that the rules are checked on every machine. Namespaces and the digests in names of generated objects are left out.
 */
final class Kustomization {

    private final Path folder;
    private final ObjectNode file;

    private Kustomization(Path folder) {
        this.folder = folder;
        this.file = StrictReader.documents(read(folder.resolve("kustomization.yaml"))).get(0);
    }

    static List<ObjectNode> resolved(Path folder) {
        Kustomization top = new Kustomization(folder);
        List<ObjectNode> objects = new ArrayList<>();
        Map<String, ObjectNode> generated = new LinkedHashMap<>();
        top.collect(objects, generated);
        objects.addAll(generated.values());
        Map<String, String> tags = new LinkedHashMap<>();
        top.file.path("images").forEach(image -> tags.put(image.path("name").asText(), image.path("newTag").asText()));
        objects.forEach(object -> object.findParents("image").forEach(container -> ((ObjectNode) container).put("image",
                container.get("image").asText() + ":" + tags.get(container.get("image").asText()))));
        return objects;
    }

    private void collect(List<ObjectNode> objects, Map<String, ObjectNode> generated) {
        file.path("bases").forEach(base -> new Kustomization(folder.resolve(base.asText()).normalize()).collect(objects,
                generated));
        file.path("resources").forEach(name -> objects.addAll(StrictReader.documents(read(folder.resolve(name.asText())))));
        for (JsonNode generator : file.path("configMapGenerator")) {
            String name = generator.get("name").asText();
            ObjectNode map = generated.computeIfAbsent(name, Kustomization::configMap);
            ObjectNode data = map.withObject("/data");
            generator.path("literals").forEach(literal -> {
                String[] pair = literal.asText().split("=", 2);
                data.put(pair[0], pair[1]);
            });
            generator.path("files").forEach(each -> data.put(each.asText(), read(folder.resolve(each.asText()))));
        }
    }

    private static ObjectNode configMap(String name) {
        ObjectNode map = StrictReader.documents("{apiVersion: v1, kind: ConfigMap}").get(0);
        map.putObject("metadata").put("name", name);
        return map;
    }

    static boolean hasKubectl() {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, "kubectl"))) {
                return true;
            }
        }
        return false;
    }

    /** The output of {@code kubectl kustomize}, freed of what we do not resolve ourselves. */
    static List<ObjectNode> byKubectl(Path folder) throws IOException, InterruptedException {
        Path output = Files.createTempFile("kustomize", ".yaml");
        Path errors = Files.createTempFile("kustomize", ".log");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString()).redirectOutput(output.toFile())
                .redirectError(errors.toFile()).start();
        if (!kubectl.waitFor(60, TimeUnit.SECONDS) || kubectl.exitValue() != 0) {
            kubectl.destroyForcibly();
            throw new IOException(Files.readString(errors));
        }
        List<ObjectNode> objects = StrictReader.documents(Files.readString(output));
        List<String> generated = objects.stream().filter(object -> object.get("kind").asText().equals("ConfigMap"))
                .map(object -> object.at("/metadata/name").asText()).toList();
        return objects.stream().map(object -> {
            String text = object.toString();
            for (String name : generated) {
                text = text.replace('"' + name + '"', '"' + name.replaceFirst("-[a-z0-9]{10}$", "") + '"');
            }
            ObjectNode plain = StrictReader.documents(text).get(0);
            ObjectNode metadata = (ObjectNode) plain.get("metadata");
            metadata.remove("namespace");
            // kubectl 1.20 writes empty ones.
            for (String kind : List.of("labels", "annotations")) {
                if (metadata.path(kind).isObject() && metadata.get(kind).isEmpty()) {
                    metadata.remove(kind);
                }
            }
            return plain;
        }).toList();
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

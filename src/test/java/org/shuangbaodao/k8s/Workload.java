package org.shuangbaodao.k8s;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;

/** Something that makes pods. {@code selector} is null where the cluster makes it up itself. */
record Workload(String name, boolean runsForever, LabelSelector selector, PodTemplateSpec template) {

    static Optional<Workload> of(HasMetadata object) {
        String name = object.getKind() + " " + object.getMetadata().getName();
        if (object instanceof Deployment deployment) {
            return Optional
                    .of(new Workload(name, true, deployment.getSpec().getSelector(), deployment.getSpec().getTemplate()));
        }
        if (object instanceof StatefulSet set) {
            return Optional.of(new Workload(name, true, set.getSpec().getSelector(), set.getSpec().getTemplate()));
        }
        if (object instanceof Job job) {
            return Optional.of(new Workload(name, false, null, job.getSpec().getTemplate()));
        }
        if (object instanceof CronJob cron) {
            return Optional.of(new Workload(name, false, null, cron.getSpec().getJobTemplate().getSpec().getTemplate()));
        }
        return Optional.empty();
    }

    PodSpec pod() {
        return template.getSpec();
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    Stream<Container> containers() {
        return Stream.of(pod().getInitContainers(), pod().getContainers()).flatMap(List::stream);
    }

    boolean isSelectedBy(LabelSelector by) {
        boolean labels = by.getMatchLabels() == null || this.labels().entrySet().containsAll(by.getMatchLabels().entrySet());
        return labels && by.getMatchExpressions().stream().allMatch(expression -> {
            if (!expression.getOperator().equals("In")) {
                throw new IllegalArgumentException("Not understood here: " + expression);
            }
            return expression.getValues().contains(labels().get(expression.getKey()));
        });
    }

    @Override
    public String toString() {
        return name;
    }
}

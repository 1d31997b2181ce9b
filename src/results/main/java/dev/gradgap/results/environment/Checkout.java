package dev.gradgap.results.environment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the source in a git checkout.
 *
 * @param commit the full hash of the commit checked out; empty if the directory is no checkout or there is no git
 * @param dirty whether tracked files differ from it; empty if unknown
 */
record Checkout(Optional<String> commit, Optional<Boolean> dirty) {

    static Checkout of(Path directory) {
        Git git = new Git(directory);
        Optional<String> commit = git.output("rev-parse", "--verify", "HEAD");
        if (commit.isEmpty()) {
            return new Checkout(Optional.empty(), Optional.empty());
        }
        return new Checkout(
                commit,
                git.withoutFilters()
                        .flatMap(plain -> plain.output(
                                "status", "--porcelain", "--untracked-files=no", "--ignore-submodules=dirty"))
                        .map(changes -> !changes.isEmpty()));
    }

    /** What is known of it, in the order of environment.json. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        commit.ifPresent(hash -> fields.put("git_commit", hash));
        dirty.ifPresent(isDirty -> fields.put("git_dirty", isDirty));
        return fields;
    }
}

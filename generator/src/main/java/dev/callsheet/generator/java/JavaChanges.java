package dev.callsheet.generator.java;

import dev.callsheet.generator.internal.java.api.PublicApi;
import dev.callsheet.spec.diff.ChangeKind;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.model.ModelSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * What breaks in programs that use the generated classes when a spec changes, whether or not the
 * change breaks requests: both versions are generated, and compared by what a caller can name.
 */
public final class JavaChanges {
  private static final String PACKAGE = "models";

  private final JavaCompiler compiler;
  private final JavaGenerator generator = new JavaGenerator(PACKAGE);

  private JavaChanges(JavaCompiler compiler) {
    this.compiler = compiler;
  }

  /** A comparison that reads sources with the compiler of the JDK; none where Java has no such. */
  public static Optional<JavaChanges> ofThisJava() {
    return Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).map(JavaChanges::new);
  }

  /**
   * What callers of the classes cannot name any more.
   *
   * @return breaking changes, of the kinds whose names begin with {@code java-}
   */
  public List<SpecChange> between(ModelSpec before, ModelSpec after) {
    List<GeneratedFile> was;
    try {
      was = sources(before);
    } catch (IllegalArgumentException nobodyHasIt) {
      return List.of();
    }
    List<GeneratedFile> is;
    try {
      is = sources(after);
    } catch (IllegalArgumentException impossible) {
      String message = "No classes can be generated any more: " + impossible.getMessage();
      return List.of(change(ChangeKind.JAVA_TYPE_REMOVED, "", after, message));
    }
    List<SpecChange> changes = new ArrayList<>();
    String then = packageOf(was);
    String now = packageOf(is);
    if (!then.equals(now)) {
      changes.add(
          change(
              ChangeKind.JAVA_PACKAGE_CHANGED,
              "",
              after,
              "The generated package is called `" + now + "`; it was `" + then + "`."));
      return changes;
    }
    PublicApi old = api(was);
    PublicApi current = api(is);
    for (String type : old.typesMissingFrom(current)) {
      changes.add(
          change(
              ChangeKind.JAVA_TYPE_REMOVED,
              type,
              after,
              "The generated class `" + type + "` is gone."));
    }
    old.membersMissingFrom(current)
        .forEach(
            (member, types) ->
                changes.add(
                    change(
                        ChangeKind.JAVA_MEMBER_REMOVED,
                        member,
                        after,
                        "`"
                            + member
                            + "` is gone, or gives something else, in `"
                            + String.join("`, `", types)
                            + "`.")));
    return changes;
  }

  private List<GeneratedFile> sources(ModelSpec model) {
    return generator.generate(model).stream().filter(GeneratedFile::isSource).toList();
  }

  private PublicApi api(List<GeneratedFile> files) {
    return PublicApi.of(compiler, files.stream().map(GeneratedFile::content).toList());
  }

  /** The last part of the name of the model's package. */
  private static String packageOf(List<GeneratedFile> files) {
    return Path.of(files.get(0).path()).getName(1).toString();
  }

  private static SpecChange change(
      ChangeKind kind, String subject, ModelSpec after, String message) {
    return SpecChange.of(kind, subject, after.location(), message);
  }
}

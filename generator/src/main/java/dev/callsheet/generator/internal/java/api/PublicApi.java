package dev.callsheet.generator.internal.java.api;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * What callers can name in the sources of one package, and whether another version has it, too.
 *
 * <p>A member of before is still there if the same type, or one that it extends, has one of the
 * same name and parameters, and what that gives can stand in for what it gave: it is the same type,
 * or one of the package with all members of the other. So a chain of calls compiles as before,
 * though a step of it may be left out now. Constructors of records are no part of it.
 */
public final class PublicApi {
  private final Map<String, PublicType> types;

  private PublicApi(Map<String, PublicType> types) {
    this.types = types;
  }

  /**
   * Of sources, which are parsed and not compiled.
   *
   * @param sources each as text
   */
  public static PublicApi of(JavaCompiler compiler, List<String> sources) {
    List<JavaFileObject> files =
        sources.stream().map(source -> (JavaFileObject) new SourceText(source)).toList();
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
    Map<String, PublicType> types = new LinkedHashMap<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree declaration : unit.getTypeDecls()) {
          if (declaration instanceof ClassTree type) {
            add(type, "", false, types);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // they are in memory
    }
    return new PublicApi(types);
  }

  /** The names of types that a newer version has not, in order; none of what lies in them. */
  public List<String> typesMissingFrom(PublicApi newer) {
    return types.keySet().stream()
        .filter(name -> !newer.types.containsKey(name))
        .filter(name -> !hasMissingOwner(name, newer))
        .toList();
  }

  private static boolean hasMissingOwner(String name, PublicApi newer) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && !newer.types.containsKey(name.substring(0, dot));
  }

  /** Members that a newer version has not, each with the types that had it and are still there. */
  public Map<String, List<String>> membersMissingFrom(PublicApi newer) {
    Map<String, List<String>> missing = new TreeMap<>();
    for (PublicType type : types.values()) {
      PublicType now = newer.types.get(type.name());
      if (now != null) {
        for (String member : missing(type, now, newer, Set.of())) {
          missing.computeIfAbsent(member, any -> new ArrayList<>()).add(type.name());
        }
      }
    }
    return missing;
  }

  private List<String> missing(
      PublicType was, PublicType is, PublicApi newer, Set<List<String>> assumed) {
    return was.members().entrySet().stream()
        .filter(
            member ->
                newer
                    .typesOf(is, member.getKey())
                    .noneMatch(now -> canStandIn(now, member.getValue(), newer, assumed)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The types that a member has in a type and those which it extends. */
  private Stream<String> typesOf(PublicType type, String member) {
    String own = type.members().get(member);
    return Stream.concat(
        Stream.ofNullable(own),
        type.supertypes().stream()
            .map(types::get)
            .filter(Objects::nonNull)
            .flatMap(above -> typesOf(above, member)));
  }

  private boolean canStandIn(
      String now, String before, PublicApi newer, Set<List<String>> assumed) {
    List<String> pair = List.of(now, before);
    if (now.equals(before) || assumed.contains(pair)) {
      return true;
    }
    PublicType was = types.get(before);
    PublicType is = newer.types.get(now);
    Set<List<String>> further = new HashSet<>(assumed);
    further.add(pair);
    return was != null && is != null && missing(was, is, newer, further).isEmpty();
  }

  private static void add(
      ClassTree type, String owner, boolean isInInterface, Map<String, PublicType> types) {
    if (!isPublic(type.getModifiers(), isInInterface)) {
      return;
    }
    String name = owner + type.getSimpleName();
    boolean isInterface = type.getKind() == Tree.Kind.INTERFACE;
    Map<String, String> members = new TreeMap<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method
          && method.getReturnType() != null
          && isPublic(method.getModifiers(), isInterface)) {
        members.put(signature(method), typeIn(type, name, method.getReturnType()));
      } else if (member instanceof VariableTree field) {
        boolean isComponent =
            type.getKind() == Tree.Kind.RECORD
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        if (isComponent) {
          members.putIfAbsent(field.getName() + "()", typeIn(type, name, field.getType()));
        } else if (isPublic(field.getModifiers(), isInterface)) {
          members.put(field.getName().toString(), typeIn(type, name, field.getType()));
        }
      }
    }
    List<String> supertypes = new ArrayList<>();
    if (type.getExtendsClause() != null) {
      supertypes.add(erased(type.getExtendsClause()));
    }
    type.getImplementsClause().forEach(above -> supertypes.add(erased(above)));
    types.put(name, new PublicType(name, List.copyOf(supertypes), members));
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree nested) {
        add(nested, name + ".", isInterface, types);
      }
    }
  }

  private static boolean isPublic(ModifiersTree modifiers, boolean isInInterface) {
    return modifiers.getFlags().contains(Modifier.PUBLIC)
        || (isInInterface && !modifiers.getFlags().contains(Modifier.PRIVATE));
  }

  private static String signature(MethodTree method) {
    return method.getParameters().stream()
        .map(parameter -> text(parameter.getType()))
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private static String typeIn(ClassTree owner, String name, @Nullable Tree type) {
    String text = text(type);
    boolean isItself =
        text.equals(name)
            || owner.getTypeParameters().stream()
                .anyMatch(variable -> variable.getName().contentEquals(text));
    return isItself ? PublicType.ITSELF : text;
  }

  /** As it is written, without what it says of null. */
  private static String text(@Nullable Tree type) {
    return Objects.toString(type).replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "");
  }

  private static String erased(Tree type) {
    return text(type).replaceFirst("<.*", "");
  }

  private static final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String text) {
      super(URI.create("string:///Source.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

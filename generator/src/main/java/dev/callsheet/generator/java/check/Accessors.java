package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.java.emit.Annotations;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.type.JavaType;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Small methods that reach into a request: the value at a path, and whether there is one. */
final class Accessors {
  private final Scope names;
  private final @Nullable Given bits;
  private final Map<String, String> made = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  /** Methods take their names from {@code names}. */
  Accessors(Scope names) {
    this(names, null);
  }

  /** Those that look for what is provided are spared where there is a bit that says so. */
  Accessors(Scope names, @Nullable Given bits) {
    this.names = names;
    this.bits = bits;
  }

  /** All methods asked for so far. */
  List<MethodSpec> methods() {
    return List.copyOf(methods);
  }

  /** The name that generated code has for an object. */
  static String variable(JavaType type) {
    String simple = type.name().withoutAnnotations().toString();
    return Methods.local(simple.substring(simple.lastIndexOf('.') + 1), List.of());
  }

  /** The value at a path of members; nothing is at the end of a path that the types do not have. */
  Site value(Site owner, Path path) {
    if (path.isRoot()) {
      return owner;
    }
    Site parent = value(owner, path.parent());
    Step step = Step.of(parent.type(), path.lastName());
    if (path.steps().size() == 1 && owner.type() instanceof Structure) {
      CodeBlock value = CodeBlock.of("$L.$N()", owner.code(), step.property().name());
      return new Site(step.property().type(), step.isPrimitive() ? step.boxed(value) : value);
    }
    String key = "value " + owner.type().name() + " " + path;
    String method = made.get(key);
    if (method == null) {
      method = names.take(name(path, 1), name(path, 2), name(path, 99));
      made.put(key, method);
      methods.add(accessor(method, owner, path, step));
    }
    return new Site(step.property().type(), CodeBlock.of("$N($L)", method, owner.code()));
  }

  /** Whether something is provided at a path of members. */
  Condition provided(Site owner, Path path) {
    if (path.isRoot()) {
      return Condition.TRUE;
    }
    Step step = Step.last(owner.type(), path);
    if (step.property().isConstant() && step.variant().isEmpty()) {
      return provided(owner, path.parent());
    }
    if (bits != null && isRequest(owner)) {
      Optional<Condition> bit = bits.has(path);
      if (bit.isPresent()) {
        return bit.get();
      }
    }
    String key = "has " + owner.type().name() + " " + path;
    String method = made.get(key);
    if (method == null) {
      method = names.take(has(path, 1), has(path, 2), hasIn(owner, path), has(path, 99));
      made.put(key, method);
      methods.add(presence(method, owner, path, step));
    }
    return Condition.atom(CodeBlock.of("$N($L)", method, owner.code()));
  }

  /** The list that the last {@code []} of a path walks; those before it are joined into one. */
  Site list(Site owner, Path path) {
    int last = path.steps().lastIndexOf(Path.Step.EachItem.INSTANCE);
    Path before = new Path(path.steps().subList(0, last));
    int outer = before.steps().lastIndexOf(Path.Step.EachItem.INSTANCE);
    if (outer < 0) {
      return value(owner, before);
    }
    Site items = list(owner, before);
    Path inner = new Path(before.steps().subList(outer + 1, before.steps().size()));
    Site item = item(items);
    Site list = value(item, inner);
    return new Site(
        list.type(),
        CodeBlock.of(
            "$T.flat($L, $L -> $L)",
            RuntimeTypes.ARITHMETIC,
            items.code(),
            item.code(),
            list.code()));
  }

  /** An item of a list, under the name it has in a lambda. */
  static Site item(Site list) {
    String name = list.code().toString().contains("each") ? "inner" : "each";
    return new Site(((ListOf) list.type()).items(), CodeBlock.of("$L", name));
  }

  /** What follows the last {@code []} of a path. */
  static Path rest(Path path) {
    int last = path.steps().lastIndexOf(Path.Step.EachItem.INSTANCE);
    return new Path(path.steps().subList(last + 1, path.steps().size()));
  }

  private MethodSpec accessor(String name, Site owner, Path path, Step step) {
    Site parent = value(new Site(owner.type(), CodeBlock.of(parameter(owner))), path.parent());
    TypeName type = Annotations.nullable(step.property().type().name());
    return method(name, owner)
        .returns(type)
        .addStatement("$T $N = $L", parent.type().name(), "parent", parent.code())
        .addStatement("return $L", step.value("parent"))
        .build();
  }

  private MethodSpec presence(String name, Site owner, Path path, Step step) {
    MethodSpec.Builder method = method(name, owner).returns(boolean.class);
    Site parent = value(new Site(owner.type(), CodeBlock.of(parameter(owner))), path.parent());
    if (path.steps().size() == 1 && owner.type() instanceof Structure) {
      return method
          .addStatement("return $N.$N() != null", parameter(owner), step.property().name())
          .build();
    }
    return method
        .addStatement("$T $N = $L", parent.type().name(), "parent", parent.code())
        .addStatement("return $L", step.presence("parent"))
        .build();
  }

  private static MethodSpec.Builder method(String name, Site owner) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(owner.type().name(), parameter(owner));
  }

  private static String parameter(Site owner) {
    return isRequest(owner) ? "request" : variable(owner.type());
  }

  private static boolean isRequest(Site owner) {
    return owner.code().toString().equals("request");
  }

  private static String has(Path path, int words) {
    String name = name(path, words);
    return "has" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String hasIn(Site owner, Path path) {
    return Identifiers.member("has-" + variable(owner.type()) + "-" + name(path, 1));
  }

  /** The last names of a path as one. */
  private static String name(Path path, int words) {
    List<String> members = new ArrayList<>();
    for (Path.Step step : path.steps()) {
      if (step instanceof Path.Step.Member member) {
        members.add(member.name());
      }
    }
    return Identifiers.member(
        String.join("-", members.subList(Math.max(0, members.size() - words), members.size())));
  }
}

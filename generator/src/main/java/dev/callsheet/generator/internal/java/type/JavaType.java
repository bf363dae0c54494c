package dev.callsheet.generator.internal.java.type;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.callsheet.runtime.NullableValue;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Deprecation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Java type of a parameter's value. */
public sealed interface JavaType {
  /** As it is written in code. */
  TypeName name();

  /** Calls the visitor's method for this kind of type. */
  <R extends @Nullable Object> R accept(JavaTypeVisitor<R> visitor);

  /** A type that is generated, with a name of its own. */
  sealed interface Generated extends JavaType {
    @Override
    ClassName name();
  }

  /** A type of the platform: a string, a boxed number or boolean, a UUID, a URI, any object. */
  record JdkType(Class<?> type) implements JavaType {
    @Override
    public TypeName name() {
      return ClassName.get(type);
    }

    @Override
    public <R extends @Nullable Object> R accept(JavaTypeVisitor<R> visitor) {
      return visitor.visitJdk(this);
    }

    /** Whether it is one of the boxed numbers. */
    public boolean isNumber() {
      return Number.class.isAssignableFrom(type);
    }
  }

  /** A list that never changes. */
  record ListType(JavaType items) implements JavaType {
    @Override
    public TypeName name() {
      return ParameterizedTypeName.get(ClassName.get(List.class), items.name());
    }

    @Override
    public <R extends @Nullable Object> R accept(JavaTypeVisitor<R> visitor) {
      return visitor.visitList(this);
    }
  }

  /**
   * An object whose members have any names; it never changes.
   *
   * @param values of the members; {@code Object} for anything, null included
   */
  record MapType(JavaType values) implements JavaType {
    /** Whether its members may be anything. */
    public boolean isOfAnything() {
      return values.equals(new JdkType(Object.class));
    }

    @Override
    public TypeName name() {
      TypeName value = values.name();
      return ParameterizedTypeName.get(
          ClassName.get(Map.class),
          ClassName.get(String.class),
          isOfAnything() ? value.annotated(AnnotationSpec.builder(Nullable.class).build()) : value);
    }

    @Override
    public <R extends @Nullable Object> R accept(JavaTypeVisitor<R> visitor) {
      return visitor.visitMap(this);
    }
  }

  /**
   * A value that may be null in JSON.
   *
   * @param isPart whether it stands in a list or an object, where null is null in Java as well; the
   *     null of a parameter says that it is not provided, so there the value is wrapped
   */
  record NullableType(JavaType value, boolean isPart) implements JavaType {
    @Override
    public TypeName name() {
      return isPart
          ? value.name().annotated(AnnotationSpec.builder(Nullable.class).build())
          : ParameterizedTypeName.get(ClassName.get(NullableValue.class), value.name());
    }

    @Override
    public <R extends @Nullable Object> R accept(JavaTypeVisitor<R> visitor) {
      return visitor.visitNullable(this);
    }
  }

  /** A generated enum. */
  record EnumType(ClassName name, String description, List<EnumConstant> constants)
      implements Generated {
    @Override
    public <R extends @Nullable Object> R accept(JavaTypeVisitor<R> visitor) {
      return visitor.visitEnum(this);
    }

    /** The constant for a value in JSON. */
    public Optional<EnumConstant> constant(JsonNode value) {
      return constants.stream()
          .filter(constant -> JavaLiterals.sameValue(constant.value(), value))
          .findFirst();
    }
  }

  /** A constant of an enum, and the value it stands for in JSON. */
  record EnumConstant(
      String name, JsonNode value, String description, @Nullable Deprecation deprecation) {}

  /**
   * A generated record.
   *
   * @param members in the order of the documentation
   * @param identityProperty the member that no two have the same of; null when there is none
   * @param isSent whether requests are made of it, so that nothing in JSON is read as something
   *     else; what comes back is read as leniently as a mapper does
   */
  record RecordType(
      ClassName name,
      String description,
      List<RecordProperty> members,
      @Nullable RecordProperty identityProperty,
      boolean isSent)
      implements Generated {
    @Override
    public <R extends @Nullable Object> R accept(JavaTypeVisitor<R> visitor) {
      return visitor.visitRecord(this);
    }

    /** The members that have a value to choose. */
    public List<RecordProperty> properties() {
      return members.stream().filter(member -> !member.isConstant()).toList();
    }

    /** The members with only one value, which are written without being asked for. */
    public List<RecordProperty> constants() {
      return members.stream().filter(RecordProperty::isConstant).toList();
    }

    /** The member of that name in JSON. */
    public Optional<RecordProperty> member(String name) {
      return members.stream().filter(member -> member.jsonName().equals(name)).findFirst();
    }

    /** The property for a member of that name in JSON. */
    public Optional<RecordProperty> property(String member) {
      return properties().stream()
          .filter(property -> property.jsonName().equals(member))
          .findFirst();
    }

    /**
     * The properties on the way to a parameter, itself the last; none when it is a constant, or
     * lies in a list or in one form of several.
     */
    public List<RecordProperty> propertiesTo(ParameterPath path) {
      List<RecordProperty> found = new ArrayList<>();
      JavaType owner = this;
      for (String name : path.memberNames()) {
        Optional<RecordProperty> next =
            owner instanceof RecordType part ? part.property(name) : Optional.empty();
        if (next.isEmpty()) {
          return List.of();
        }
        found.add(next.get());
        owner = next.get().type();
      }
      return path.leadsThroughLists() ? List.of() : found;
    }

    /** Its builder. */
    public ClassName builder() {
      return name.nestedClass("Builder");
    }
  }

  /** A generated sealed interface. */
  record UnionType(ClassName name, String description, List<UnionVariant> variants)
      implements Generated {
    @Override
    public <R extends @Nullable Object> R accept(JavaTypeVisitor<R> visitor) {
      return visitor.visitUnion(this);
    }
  }

  /**
   * One form a union's value can have.
   *
   * @param name of the record that holds it
   * @param type of the value; a structure is itself the record
   */
  record UnionVariant(ClassName name, String description, JavaType type) {
    /** Whether the record only holds a value, under the name {@code value}. */
    public boolean isWrapped() {
      return !(type instanceof Generated);
    }
  }
}

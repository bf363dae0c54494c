package dev.callsheet.generator.java.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Java type of a parameter's value. */
public sealed interface JavaType {
  /** As it is written in code. */
  TypeName name();

  /** A type of the platform: a string, a boxed number or boolean, a UUID, a URI, any object. */
  record Plain(Class<?> type) implements JavaType {
    @Override
    public TypeName name() {
      return ClassName.get(type);
    }

    /** Whether it is one of the boxed numbers. */
    public boolean isNumber() {
      return Number.class.isAssignableFrom(type);
    }
  }

  /** A list that never changes. */
  record ListOf(JavaType items) implements JavaType {
    @Override
    public TypeName name() {
      return ParameterizedTypeName.get(ClassName.get(List.class), items.name());
    }
  }

  /** A generated enum. */
  record Enumeration(ClassName name, String description, List<Constant> constants)
      implements JavaType {
    /** The constant for a value in JSON. */
    public Optional<Constant> constant(JsonNode value) {
      return constants.stream()
          .filter(constant -> Literals.sameValue(constant.value(), value))
          .findFirst();
    }
  }

  /** A constant of an enum, and the value it stands for in JSON. */
  record Constant(String name, JsonNode value, String description) {}

  /**
   * A generated record.
   *
   * @param members in the order of the documentation
   * @param ownIdentity the member that no two have the same of; null when there is none
   */
  record Structure(
      ClassName name, String description, List<Property> members, @Nullable Property ownIdentity)
      implements JavaType {
    /** The members that have a value to choose. */
    public List<Property> properties() {
      return members.stream().filter(member -> !member.isConstant()).toList();
    }

    /** The members with only one value, which are written without being asked for. */
    public List<Property> constants() {
      return members.stream().filter(Property::isConstant).toList();
    }

    /** The member of that name in JSON. */
    public Optional<Property> member(String name) {
      return members.stream().filter(member -> member.json().equals(name)).findFirst();
    }

    /** The property for a member of that name in JSON. */
    public Optional<Property> property(String member) {
      return properties().stream().filter(property -> property.json().equals(member)).findFirst();
    }

    /** Its builder. */
    public ClassName builder() {
      return name.nestedClass("Builder");
    }
  }

  /** A generated sealed interface. */
  record Union(ClassName name, String description, List<Variant> variants) implements JavaType {}

  /**
   * One form a union's value can have.
   *
   * @param name of the record that holds it
   * @param type of the value; a structure is itself the record
   */
  record Variant(ClassName name, String description, JavaType type) {
    /** Whether the record only holds a value, under the name {@code value}. */
    public boolean isHeld() {
      return type instanceof Plain || type instanceof ListOf;
    }
  }
}

package com.example.film;

import com.example.models.klingvideo30omnipro.KlingVideo30OmniProRequest;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/** Makes a request of a shot, by the request's builder. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.IGNORE)
public interface ShotMapper {
  ShotMapper INSTANCE = Mappers.getMapper(ShotMapper.class);

  @BeanMapping(ignoreUnmappedSourceProperties = "size")
  @Mapping(target = "positivePrompt", source = "description")
  @Mapping(target = "duration", source = "seconds")
  @Mapping(target = "width", expression = "java(sizeOf(shot).width())")
  @Mapping(target = "height", expression = "java(sizeOf(shot).height())")
  KlingVideo30OmniProRequest request(Shot shot);

  /** One enum to another, constant by constant: MapStruct refuses what is missing. */
  com.example.models.klingvideo30omnipro.Size size(Shot.Size size);

  default com.example.models.klingvideo30omnipro.Size sizeOf(Shot shot) {
    return size(shot.getSize());
  }
}

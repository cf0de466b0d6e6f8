# As Dockerfile, on Alpine with the system's Python: its C library is musl, and the bundled Python needs glibc 2.35. Packages
# come from Alpine (py3-numpy); wheels of PyPI must be for musllinux.
FROM eclipse-temurin:25-jdk-alpine AS build
WORKDIR /build
COPY target/sanca-spring-boot-example-*.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --destination /opt/service \
    && jlink --output /opt/java --no-header-files --no-man-pages --add-modules \
       java.se,jdk.unsupported,jdk.crypto.ec,jdk.management

FROM alpine:3.22
# hadolint ignore=DL3018
RUN apk add --no-cache python3 py3-numpy
COPY --from=build /opt/java /opt/java
COPY --from=build /opt/service /opt/service
ENV SANCA_PYTHON=/usr/bin/python3
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/opt/java/bin/java", "-Dsanca.cache=/tmp/sanca", "-jar", "/opt/service/service.jar"]

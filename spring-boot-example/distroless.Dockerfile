# As Dockerfile, on distroless: docker build -f distroless.Dockerfile -t service . , after mvn package.
# The first stage makes a small Java run-time and unpacks the bundled Python, so that a container starts at once and needs
# no right to write.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY target/sanca-spring-boot-example-*.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --destination /opt/service \
    && java -cp "/opt/service/lib/*" dev.sanca.bundle.MavenCentralPython /opt/python \
    && jlink --output /opt/java --no-header-files --no-man-pages --add-modules \
       java.se,jdk.unsupported,jdk.crypto.ec,jdk.management

# java-base has the libraries of the system that Java and Python need (zlib, libstdc++), and no shell.
FROM gcr.io/distroless/java-base-debian13:nonroot
COPY --from=build /opt/java /opt/java
COPY --from=build /opt/python /opt/python
COPY --from=build /opt/service /opt/service
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/opt/java/bin/java", "-Dsanca.cache=/opt/python", "-jar", "/opt/service/service.jar"]

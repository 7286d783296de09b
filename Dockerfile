# The program with its native engine and the servers' packages in one image: a whole lab runs inside one container.
#
#   docker build -t pgpool-lab .
#   docker run -it --rm --security-opt seccomp=unconfined --security-opt systempaths=unconfined pgpool-lab
#
# docs/install.md says what the options are for, and what else there is. Instead of building the program, --build-arg ARCHIVE=FILE takes
# an archive with Java in it that src/packaging/assemble has made: target/distributions/pgpool-lab-VERSION-linux-x86_64.tar.gz.
ARG BASE_IMAGE=debian:bookworm-slim

FROM ${BASE_IMAGE} AS program
ARG ARCHIVE=
COPY . /source
WORKDIR /source
# A JDK's packages put links into /usr/share/man, which slim images do not have.
RUN if [ -z "$ARCHIVE" ]; then \
        rm -rf target \
        && mkdir -p /usr/share/man/man1 \
        && apt-get update \
        && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends binutils maven openjdk-17-jdk-headless \
        && src/packaging/assemble runtime; \
    fi \
    && mkdir /program \
    && tar -xf "${ARCHIVE:-$(echo target/distributions/pgpool-lab-*-linux-*.tar.gz)}" -C /program --strip-components=1

FROM ${BASE_IMAGE}
ARG PG_MAJOR=15

# PostgreSQL's just-in-time compiler would be a third of the image. Without it PostgreSQL runs every query as it does short ones.
# Without the line in createcluster.conf the package makes a database cluster that nobody uses. A program with file capabilities cannot
# be started in a container that has none, and a lab's hosts have their own.
RUN printf 'path-exclude=%s\n' '/usr/lib/*/libLLVM*' '/usr/lib/*/libz3*' '/usr/lib/llvm-*' '/usr/lib/postgresql/*/lib/llvmjit*' \
        '/usr/lib/postgresql/*/lib/bitcode/*' '/usr/share/i18n/*' >/etc/dpkg/dpkg.cfg.d/without-jit \
    && mkdir -p /etc/postgresql-common \
    && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf \
    && apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        postgresql-${PG_MAJOR} postgresql-${PG_MAJOR}-repmgr pgpool2 \
        iproute2 iputils-arping iputils-ping libcap2-bin procps socat tini util-linux \
    && setcap -r /usr/bin/arping && setcap -r /usr/bin/ping \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /var/cache/apt/archives/*.deb /var/log/*.log /var/log/apt \
    && useradd --create-home --uid 1000 --shell /bin/bash lab

COPY --from=program /program /usr/local
# The archive of loaded classes, for a quick start, is made here and now, as an installed package does it.
RUN mkdir /usr/local/share/pgpool-lab/cds && pgpool-lab version

# A volume may be mounted at the home directory: labs, fetched releases and the history of commands are below it.
USER lab
WORKDIR /home/lab
ENV LANG=C.UTF-8
ENTRYPOINT ["/usr/bin/tini", "--", "pgpool-lab"]

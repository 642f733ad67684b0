terraform {
  required_version = ">= 1.11.0, < 2.0.0"

  required_providers {
    docker = {
      source  = "kreuzwerker/docker"
      version = "~> 3.9"
    }
  }

  backend "http" {}
}

provider "docker" {}

module "hosts" {
  source = "../../modules/container-hosts"

  cluster         = var.cluster
  hosts           = var.hosts
  ssh_public_key  = var.ssh_public_key
  container_hosts = var.container_hosts
}
